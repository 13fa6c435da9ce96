/* Memory behind pointers that lie in memory themselves: the rows of a matrix, the arrays that a structure names, a list.

   What the hot function loads pointers from is known from its IR (irloop_links); which blocks these pointers lead to is
   looked up among the living ones. A pointer into the middle of a block is not followed. */

#define _GNU_SOURCE
#include "boundary.h"
#include <string.h>
#include <sys/mman.h>

enum { MOST_REACHED = 1 << 20 };

static const struct link *link_at(uint32_t root, uint32_t deep, int64_t offset)
{
    const struct link *anywhere = NULL;
    for (uint64_t i = 0; i < irloop_link_count; i++) {
        const struct link *link = &irloop_links[i];
        if (link->root != root || link->deep != deep)
            continue;
        if (link->offset == offset)
            return link;
        if (link->offset == ANYWHERE)
            anywhere = link;
    }
    return anywhere;
}

static int has_links(uint32_t root, uint32_t deep)
{
    for (uint64_t i = 0; i < irloop_link_count; i++)
        if (irloop_links[i].root == root && irloop_links[i].deep == deep)
            return 1;
    return 0;
}

static int make_room(struct reached *reached)
{
    uint64_t room = reached->room ? reached->room * 4 : 256, each = sizeof(struct block) + sizeof(int64_t);
    if (room > MOST_REACHED)
        return 0;
    char *fresh = mmap(NULL, room * each, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (fresh == MAP_FAILED)
        return 0;
    struct reached bigger = {(struct block *)fresh, (int64_t *)(fresh + room * sizeof(struct block)), reached->count, room};
    if (reached->count > 0) {
        memcpy(bigger.blocks, reached->blocks, reached->count * sizeof *bigger.blocks);
        memcpy(bigger.roots, reached->roots, reached->count * sizeof *bigger.roots);
    }
    irloop_let_go(reached);
    *reached = bigger;
    return 1;
}

void irloop_let_go(struct reached *reached)
{
    if (reached->room > 0)
        munmap(reached->blocks, reached->room * (sizeof(struct block) + sizeof(int64_t)));
    reached->room = 0;
}

/* One word of a block: 1 when it is a pointer to a block, which is then among those found. */
static int follow(struct reached *reached, const char *word, uint32_t root, const struct link *link, uint64_t round)
{
    char *address;
    int claimed = 0;
    memcpy(&address, word, sizeof address);
    uint64_t size = irloop_starts_here(address, round, &claimed);
    if (size == 0 || claimed || (reached->count == reached->room && !make_room(reached)))
        return size != 0;
    uint32_t index = REACHED_INDEX + (uint32_t)reached->count;
    reached->roots[reached->count] = root;
    reached->blocks[reached->count++] = (struct block){address, size, link->kind, index, 0, 0, 0};
    return 1;
}

static int follow_all(struct reached *reached, struct block block, uint32_t root, uint32_t deep, uint64_t round)
{
    int pointers = 0;
    for (uint64_t offset = 0; offset + sizeof(char *) <= block.size; offset += sizeof(char *)) {
        const struct link *link = link_at(root, deep, (int64_t)offset);
        if (link != NULL)
            pointers |= follow(reached, block.address + offset, root, link, round);
    }
    return pointers;
}

/* On the stack, where extents are not known, only the places are looked at that the hot function itself uses. */
static void follow_known(struct reached *reached, struct block block, uint64_t round)
{
    for (uint64_t i = 0; i < irloop_link_count; i++) {
        const struct link *link = &irloop_links[i];
        if (link->root == block.index && !link->deep && link->offset >= 0)
            follow(reached, block.address + link->offset, block.index, link, round);
    }
}

struct reached irloop_reach(const struct block *blocks, uint64_t count)
{
    struct reached reached = {0};
    if (irloop_link_count == 0)
        return reached;
    uint64_t round = irloop_new_round();
    int claimed;
    for (uint64_t i = 0; i < count; i++)
        irloop_starts_here(blocks[i].address, round, &claimed);
    for (uint64_t i = 0; i < count; i++) {
        struct block block = blocks[i];
        if (!has_links(block.index, 0))
            continue;
        block.size = block.size ? block.size : irloop_room_behind(block.address);
        if (block.size == 0 && irloop_extent(&block) > 0)
            follow_known(&reached, block, round);
        else
            follow_all(&reached, block, block.index, 0, round);
    }
    for (uint64_t i = 0; i < reached.count; i++) {
        uint32_t root = (uint32_t)reached.roots[i];
        if (has_links(root, 1) && follow_all(&reached, reached.blocks[i], root, 1, round))
            reached.blocks[i].kind = OPAQUE; /* pointers: no data to vary */
    }
    return reached;
}
