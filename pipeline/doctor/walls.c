/* Runs into the wall that its first argument names; status 0: the wall held without a signal. */

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    static char block[1 << 20];
    struct rlimit cpu;
    int file;
    switch (argc > 2 ? argv[1][0] : 0) {
    case 'n': return socket(AF_INET, SOCK_STREAM, 0) >= 0;
    case 'p': return fork() >= 0;
    case 'c': return execl("/bin/true", "true", (char *)NULL);
    case 'm': return mmap(0, 1ul << 34, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED;
    case 't': return getrlimit(RLIMIT_CPU, &cpu) != 0 || cpu.rlim_cur == RLIM_INFINITY;
    case 'f': file = open(argv[2], O_CREAT | O_WRONLY, 0600);
        while (file >= 0 && write(file, block, sizeof block) > 0 && lseek(file, 0, SEEK_CUR) < 1 << 22) ;
    }
    return 1;
}
