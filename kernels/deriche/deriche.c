/* deriche: recursive edge filter, in rows and in columns. Nest and sizes of PolyBench/C 4.2.1's deriche. */
#include "../harness.h"

#ifndef W
#define W DATASET(64, 192, 720, 4096, 7680)
#endif
#ifndef H
#define H DATASET(64, 128, 480, 2160, 4320)
#endif

HOT_FUNCTION void kernel_deriche(int w, int h, float a1, float a2, float a3, float a4, float b1, float b2,
                                 float in[W][H], float out[W][H], float y1[W][H], float y2[W][H])
{
    for (int i = 0; i < w; i++) {
        float before1 = 0.0f, before2 = 0.0f, x = 0.0f;
        for (int j = 0; j < h; j++) {
            y1[i][j] = a1 * in[i][j] + a2 * x + b1 * before1 + b2 * before2;
            x = in[i][j];
            before2 = before1;
            before1 = y1[i][j];
        }
    }
    for (int i = 0; i < w; i++) {
        float after1 = 0.0f, after2 = 0.0f, x1 = 0.0f, x2 = 0.0f;
        for (int j = h - 1; j >= 0; j--) {
            y2[i][j] = a3 * x1 + a4 * x2 + b1 * after1 + b2 * after2;
            x2 = x1;
            x1 = in[i][j];
            after2 = after1;
            after1 = y2[i][j];
        }
    }
    for (int i = 0; i < w; i++)
        for (int j = 0; j < h; j++)
            out[i][j] = y1[i][j] + y2[i][j];
    for (int j = 0; j < h; j++) {
        float before1 = 0.0f, before2 = 0.0f, x = 0.0f;
        for (int i = 0; i < w; i++) {
            y1[i][j] = a1 * out[i][j] + a2 * x + b1 * before1 + b2 * before2;
            x = out[i][j];
            before2 = before1;
            before1 = y1[i][j];
        }
    }
    for (int j = 0; j < h; j++) {
        float after1 = 0.0f, after2 = 0.0f, x1 = 0.0f, x2 = 0.0f;
        for (int i = w - 1; i >= 0; i--) {
            y2[i][j] = a3 * x1 + a4 * x2 + b1 * after1 + b2 * after2;
            x2 = x1;
            x1 = out[i][j];
            after2 = after1;
            after1 = y2[i][j];
        }
    }
    for (int i = 0; i < w; i++)
        for (int j = 0; j < h; j++)
            out[i][j] = y1[i][j] + y2[i][j];
}

int main(void)
{
    ARRAY_2D(float, in, W, H);
    ARRAY_2D(float, out, W, H);
    ARRAY_2D(float, y1, W, H);
    ARRAY_2D(float, y2, W, H);
    fill_float(&in[0][0], W * H, 1);
    /* The filter of width alpha = 0.25: e to the power of -alpha, 2 to the power of -alpha. */
    const double alpha = 0.25, decay = 0.77880078307140487, b1 = 0.84089641525371454;
    double k = (1.0 - decay) * (1.0 - decay) / (1.0 + 2.0 * alpha * decay - decay * decay);
    float a1 = (float)hidden_double(k), a2 = (float)hidden_double(k * decay * (alpha - 1.0));
    float a3 = (float)hidden_double(k * decay * (alpha + 1.0)), a4 = (float)hidden_double(-k * decay * decay);
    float f1 = (float)hidden_double(b1), f2 = (float)hidden_double(-decay * decay);

    TIMED(kernel_deriche(hidden_int(W), hidden_int(H), a1, a2, a3, a4, f1, f2, in, out, y1, y2));

    if (dump_wanted())
        DUMP_2D(out, W, H);
    free(in);
    free(out);
    free(y1);
    free(y2);
    return 0;
}
