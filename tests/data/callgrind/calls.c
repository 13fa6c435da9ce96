/* A hot function that calls a helper, libm and itself. */
#include <math.h>
#include <stdio.h>

__attribute__((noinline)) static double helper(double x, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += x / (i + 1);
    return sum;
}

__attribute__((noinline)) double hot(int depth, double x)
{
    if (depth == 0)
        return cos(x);
    double sum = helper(x, 10) + helper(x + 1, 20);
    return sum + hot(depth - 1, x * 0.5);
}

int main(void)
{
    volatile int depth = 7;
    printf("%g\n", hot(depth, 1.0));
    return 0;
}
