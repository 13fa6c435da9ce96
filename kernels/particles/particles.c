/* particles: falling and bouncing points in a box, one array a coordinate. */
#include "../harness.h"

#ifndef STEPS
#define STEPS DATASET(20, 40, 100, 100, 100)
#endif
#ifndef N
#define N DATASET(200, 1000, 10000, 100000, 1000000)
#endif

/* The box is the unit cube; every coordinate bounces off its two walls, and the last one falls. */
HOT_FUNCTION void kernel_particles(int steps, int n, float dt, float gravity, float x[N], float y[N], float z[N],
                                   float vx[N], float vy[N], float vz[N])
{
    for (int t = 0; t < steps; t++)
        for (int i = 0; i < n; i++) {
            vz[i] -= gravity * dt;
            x[i] += vx[i] * dt;
            y[i] += vy[i] * dt;
            z[i] += vz[i] * dt;
            if (x[i] < 0.0f) {
                x[i] = -x[i];
                vx[i] = -vx[i];
            } else if (x[i] > 1.0f) {
                x[i] = 2.0f - x[i];
                vx[i] = -vx[i];
            }
            if (y[i] < 0.0f) {
                y[i] = -y[i];
                vy[i] = -vy[i];
            } else if (y[i] > 1.0f) {
                y[i] = 2.0f - y[i];
                vy[i] = -vy[i];
            }
            if (z[i] < 0.0f) {
                z[i] = -z[i];
                vz[i] = -vz[i];
            } else if (z[i] > 1.0f) {
                z[i] = 2.0f - z[i];
                vz[i] = -vz[i];
            }
        }
}

/* Values around `centre`, half as far to either side as `width`. */
static void fill_around(float *first, unsigned salt, double centre, double width)
{
    for (size_t i = 0; i < N; i++)
        first[i] = (float)(centre + width * (input_value(salt, i) - 1.0));
}

int main(int argc, char **argv)
{
    static const char *const inputs[] = {"slow", "fast", "resting", NULL};
    int input = chosen_input(argc, argv, inputs);
    double speed = input == 0 ? 2.0 : input == 1 ? 60.0 : 0.0;
    ARRAY_1D(float, x, N);
    ARRAY_1D(float, y, N);
    ARRAY_1D(float, z, N);
    ARRAY_1D(float, vx, N);
    ARRAY_1D(float, vy, N);
    ARRAY_1D(float, vz, N);
    fill_around(x, 1, 0.5, 0.9);
    fill_around(y, 2, 0.5, 0.9);
    fill_around(z, 3, 0.5, 0.9);
    fill_around(vx, 4, 0.0, speed);
    fill_around(vy, 5, 0.0, speed);
    fill_around(vz, 6, 0.0, speed);
    float dt = (float)hidden_double(0.01), gravity = (float)hidden_double(9.81);

    TIMED(kernel_particles(hidden_int(STEPS), hidden_int(N), dt, gravity, x, y, z, vx, vy, vz));

    if (dump_wanted()) {
        DUMP_1D(x, N);
        DUMP_1D(y, N);
        DUMP_1D(z, N);
    }
    free(x);
    free(y);
    free(z);
    free(vx);
    free(vy);
    free(vz);
    return 0;
}
