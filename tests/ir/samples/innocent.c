// C that the gate must let pass under either policy, each after a line with a name.

/// blocked with a local buffer
#include <string.h>
void hot(double *restrict A, int n) {
  _Alignas(64) double buffer[64];
  for (int i = 0; i + 64 <= n; i += 64) {
    memcpy(buffer, A + i, sizeof buffer);
    for (int k = 0; k < 64; k++) A[i + k] = buffer[63 - k] * 2.0 + __builtin_fabs(buffer[k]);
  }
}

/// intrinsics
#include <immintrin.h>
#include <math.h>
static inline __m256d twice(__m256d v) { return _mm256_fmadd_pd(v, _mm256_set1_pd(2.0), _mm256_setzero_pd()); }
void hot(double *A, int n) {
  static const double weights[4] = {1.0, 0.5, 0.25, 0.125};
  __m256d w = _mm256_loadu_pd(weights);
  for (int i = 0; i + 4 <= n; i += 4) {
    _mm_prefetch((const char *)(A + i + 64), _MM_HINT_T0);
    __m256d v = _mm256_maskload_pd(A + i, _mm256_set1_epi64x(-1));
    __m256d h = _mm256_hadd_pd(twice(v), w);
    _mm256_storeu_pd(A + i, _mm256_blendv_pd(h, v, _mm256_cmp_pd(h, v, _CMP_LT_OQ)));
  }
  _mm_sfence();
  A[0] = sqrt(A[0]) + pow(A[1], 3.0) + floor(A[2]);
}

/// variable length and struct
typedef struct { double x; int k; } item;
static item pick(item a, item b) { return a.x < b.x ? a : b; }
void hot(double *A, int n) {
  double row[n > 0 ? n : 1];
  item best = {A[0], 0};
  for (int i = 0; i < n; i++) { row[i] = A[i]; best = pick(best, (item){row[i], i}); }
  switch (n & 7) { case 0: A[0] = 1; break; case 1: A[0] = 2; break; case 2: A[0] = 3; break; default: A[0] = best.x; }
}
