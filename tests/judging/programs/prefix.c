/* A scan that a better algorithm makes linear. */
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) void prefix(int n, const int *a, int *sum)
{
    for (int i = 0; i < n; i++) {
        int s = 0;
        for (int j = 0; j <= i; j++) s = (s ^ a[j]) + 1;
        sum[i] = s;
    }
}
int main(void)
{
    int n = 1500, *a = malloc(n * sizeof *a), *sum = calloc(n, sizeof *sum);
    for (int i = 0; i < n; i++) a[i] = i * 37 % 101;
    prefix(n, a, sum);
    printf("%d\n", sum[n - 1]);
}
