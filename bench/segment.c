/* SPDX-License-Identifier: MIT */
/*
 * Places in a segment beside a best-fit tree: blocks of 64 KiB to 64 MiB, as many small ones as
 * large ones on a logarithmic scale, in 8 GiB kept up to 90 % full. When a block does not fit below
 * that, random blocks make room for it until it does; each time counts as one refusal.
 */
#include "bench/bench.h"

#include "base/prng.h"
#include "machine/heap.h"
#include "vidmm/range.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define SEGMENT_BYTES (UINT64_C(8) << 30)
#define CAP_BYTES (SEGMENT_BYTES / 10 * 9)
#define SIZES 65536u
#define BLOCKS_MAX 131072u
#define STEPS 400000u

/* The peer: free ranges in a treap ordered by size, then by offset; the smallest that fits is
 * taken. Neighbours by address know each other, so that freeing joins them. */
struct node {
    uint64_t offset;
    uint64_t size_bytes;
    uint32_t weight;
    uint32_t child[2];
    uint32_t before;
    uint32_t after;
    bool is_free;
};

struct tree {
    struct node nodes[BLOCKS_MAX]; /* [0] stands for none */
    uint32_t node_count;
    uint32_t spare;
    uint32_t root;
    struct prng prng;
};

struct block {
    uint32_t place;
    uint64_t size_bytes;
};

struct churn {
    struct machine *machine;
    struct range_allocator ranges;
    struct tree tree;
    struct prng prng;
    uint64_t sizes[SIZES];
    struct block blocks[BLOCKS_MAX];
    uint32_t block_count;
    uint64_t used_bytes;
    uint64_t operations;
    uint64_t allocations;
    uint64_t refusals;
    double fill; /* summed over allocations */
};

struct contender {
    void (*reset)(struct churn *churn);
    uint32_t (*alloc)(struct churn *churn, uint64_t size_bytes);
    void (*free)(struct churn *churn, uint32_t place);
};

static bool precedes(const struct node *a, const struct node *b)
{
    return a->size_bytes != b->size_bytes ? a->size_bytes < b->size_bytes : a->offset < b->offset;
}

static uint32_t tree_join(struct tree *tree, uint32_t low, uint32_t high)
{
    struct node *nodes = tree->nodes;

    if (low == 0 || high == 0) {
        return low + high;
    }
    if (nodes[low].weight > nodes[high].weight) {
        nodes[low].child[1] = tree_join(tree, nodes[low].child[1], high);
        return low;
    }
    nodes[high].child[0] = tree_join(tree, low, nodes[high].child[0]);
    return high;
}

static void tree_cut(struct tree *tree, uint32_t root, uint32_t at, uint32_t *low, uint32_t *high)
{
    struct node *nodes = tree->nodes;

    if (root == 0) {
        *low = 0;
        *high = 0;
    } else if (precedes(&nodes[root], &nodes[at])) {
        tree_cut(tree, nodes[root].child[1], at, &nodes[root].child[1], high);
        *low = root;
    } else {
        tree_cut(tree, nodes[root].child[0], at, low, &nodes[root].child[0]);
        *high = root;
    }
}

static void tree_insert(struct tree *tree, uint32_t index)
{
    struct node *nodes = tree->nodes;
    uint32_t *link = &tree->root;

    nodes[index].weight = (uint32_t)(prng_next(&tree->prng) >> 32);
    nodes[index].is_free = true;
    while (*link != 0 && nodes[*link].weight >= nodes[index].weight) {
        link = &nodes[*link].child[!precedes(&nodes[index], &nodes[*link])];
    }
    tree_cut(tree, *link, index, &nodes[index].child[0], &nodes[index].child[1]);
    *link = index;
}

static void tree_remove(struct tree *tree, uint32_t index)
{
    struct node *nodes = tree->nodes;
    uint32_t *link = &tree->root;

    while (*link != index) {
        link = &nodes[*link].child[!precedes(&nodes[index], &nodes[*link])];
    }
    *link = tree_join(tree, nodes[index].child[0], nodes[index].child[1]);
    nodes[index].is_free = false;
}

static uint32_t node_new(struct tree *tree)
{
    uint32_t index = tree->spare;

    if (index == 0) {
        return tree->node_count++;
    }
    tree->spare = tree->nodes[index].after;
    return index;
}

static void tree_reset(struct churn *churn)
{
    struct tree *tree = &churn->tree;

    tree->node_count = 2;
    tree->spare = 0;
    tree->root = 0;
    prng_init(&tree->prng, 7);
    tree->nodes[1] = (struct node){ .size_bytes = SEGMENT_BYTES };
    tree_insert(tree, 1);
}

static uint32_t tree_alloc(struct churn *churn, uint64_t size_bytes)
{
    struct tree *tree = &churn->tree;
    struct node *nodes = tree->nodes;
    uint32_t best = 0;

    for (uint32_t at = tree->root; at != 0;) {
        bool enough = nodes[at].size_bytes >= size_bytes;

        best = enough ? at : best;
        at = nodes[at].child[!enough];
    }
    if (best == 0) {
        return 0;
    }
    tree_remove(tree, best);
    if (nodes[best].size_bytes > size_bytes) {
        uint32_t rest = node_new(tree);

        nodes[rest] = (struct node){ .offset = nodes[best].offset + size_bytes,
                                     .size_bytes = nodes[best].size_bytes - size_bytes,
                                     .before = best,
                                     .after = nodes[best].after };
        nodes[nodes[best].after].before = rest;
        nodes[best].after = rest;
        nodes[best].size_bytes = size_bytes;
        tree_insert(tree, rest);
    }
    return best;
}

static void node_absorb(struct tree *tree, uint32_t index, uint32_t behind)
{
    struct node *nodes = tree->nodes;

    nodes[index].size_bytes += nodes[behind].size_bytes;
    nodes[index].after = nodes[behind].after;
    nodes[nodes[index].after].before = index;
    nodes[behind].after = tree->spare;
    tree->spare = behind;
}

static void tree_free(struct churn *churn, uint32_t place)
{
    struct tree *tree = &churn->tree;
    uint32_t before = tree->nodes[place].before;
    uint32_t after = tree->nodes[place].after;

    if (after != 0 && tree->nodes[after].is_free) {
        tree_remove(tree, after);
        node_absorb(tree, place, after);
    }
    if (before != 0 && tree->nodes[before].is_free) {
        tree_remove(tree, before);
        node_absorb(tree, before, place);
        place = before;
    }
    tree_insert(tree, place);
}

static void ranges_reset(struct churn *churn)
{
    range_allocator_fini(&churn->ranges);
    range_allocator_init(&churn->ranges, churn->machine, SEGMENT_BYTES);
}

static uint32_t ranges_alloc(struct churn *churn, uint64_t size_bytes)
{
    return range_alloc(&churn->ranges, size_bytes, DXGH_PAGE_SIZE);
}

static void ranges_free(struct churn *churn, uint32_t place)
{
    range_free(&churn->ranges, place);
}

static const struct contender ours = { ranges_reset, ranges_alloc, ranges_free };
static const struct contender best_fit = { tree_reset, tree_alloc, tree_free };

static bool prepare(void **state, const char **why)
{
    struct churn *churn = calloc(1, sizeof(*churn));

    *why = "the host is out of memory";
    if (churn == NULL) {
        return false;
    }
    churn->machine = machine_create(NULL);
    if (churn->machine == NULL) {
        free(churn);
        return false;
    }
    range_allocator_init(&churn->ranges, churn->machine, SEGMENT_BYTES);
    prng_init(&churn->prng, 1);
    for (uint32_t i = 0; i < SIZES; i++) {
        double power = prng_below(&churn->prng, 1u << 20) * 10.0 / (1u << 20);

        churn->sizes[i] = (uint64_t)(16.0 * exp2(power)) * DXGH_PAGE_SIZE;
    }
    *state = churn;
    return true;
}

static void finish(void *state)
{
    struct churn *churn = state;

    range_allocator_fini(&churn->ranges);
    machine_destroy(churn->machine);
    free(churn);
}

static inline void drop_one(struct churn *churn, const struct contender *contender)
{
    uint32_t victim = prng_below(&churn->prng, churn->block_count);

    contender->free(churn, churn->blocks[victim].place);
    churn->used_bytes -= churn->blocks[victim].size_bytes;
    churn->blocks[victim] = churn->blocks[--churn->block_count];
    churn->operations++;
}

static void run(struct churn *churn, const struct contender *contender)
{
    churn->block_count = 0;
    churn->used_bytes = 0;
    churn->operations = 0;
    churn->allocations = 0;
    churn->refusals = 0;
    churn->fill = 0;
    contender->reset(churn);
    for (uint32_t i = 0; i < STEPS; i++) {
        uint64_t size_bytes = churn->sizes[i % SIZES];
        uint32_t place;

        while (churn->used_bytes + size_bytes > CAP_BYTES) {
            drop_one(churn, contender);
        }
        place = contender->alloc(churn, size_bytes);
        churn->refusals += place == 0;
        while (place == 0) {
            drop_one(churn, contender);
            place = contender->alloc(churn, size_bytes);
        }
        churn->blocks[churn->block_count++] = (struct block){ place, size_bytes };
        churn->used_bytes += size_bytes;
        churn->operations++;
        churn->allocations++;
        churn->fill += (double)churn->used_bytes / (double)SEGMENT_BYTES;
    }
}

/* Of this thread: a busy host must not look like a slow allocator. */
static uint64_t cpu_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static double rate(struct churn *churn, const struct contender *contender)
{
    double best = 0;

    for (uint32_t i = 0; i < 4; i++) {
        uint64_t start_ns = cpu_ns();

        run(churn, contender);
        best = fmax(best, (double)churn->operations * 1e3 / (double)(cpu_ns() - start_ns));
    }
    return best;
}

static double our_rate(void *state)
{
    return rate(state, &ours);
}

static double peer_rate(void *state)
{
    return rate(state, &best_fit);
}

static double refusals(struct churn *churn, const struct contender *contender)
{
    run(churn, contender);
    return 100.0 * (double)churn->refusals / (double)churn->allocations;
}

static double our_refusals(void *state)
{
    return refusals(state, &ours);
}

static double peer_refusals(void *state)
{
    return refusals(state, &best_fit);
}

static double fill(struct churn *churn, const struct contender *contender)
{
    run(churn, contender);
    return 100.0 * churn->fill / (double)churn->allocations;
}

static double our_fill(void *state)
{
    return fill(state, &ours);
}

static double peer_fill(void *state)
{
    return fill(state, &best_fit);
}

#define ROW(name, measured_in, beside, want, factor, bound, measure, peer_measure)                 \
    {                                                                                              \
        .id = (name), .unit = (measured_in), .peer = (beside), .goal = (want), .target = (factor), \
        .limit = (bound), .prepare = prepare, .subject = (measure), .peer_sample = (peer_measure), \
        .finish = finish                                                                           \
    }

static const struct bench benches[] = {
    ROW("segment.rate", "Mops/s", "limit", BENCH_AT_LEAST, 1.0, 25.0, our_rate, NULL),
    ROW("segment.rate-tree", "Mops/s", "best fit", BENCH_AT_LEAST, 2.0, 0, our_rate, peer_rate),
    ROW("segment.refusals", "%", "limit", BENCH_AT_MOST, 1.0, 2.5, our_refusals, NULL),
    ROW("segment.refusals-tree", "%", "best fit", BENCH_SHOWN, 0, 0, our_refusals, peer_refusals),
    ROW("segment.fill", "%", "limit", BENCH_AT_LEAST, 1.0, 84.0, our_fill, NULL),
    ROW("segment.fill-tree", "%", "best fit", BENCH_AT_LEAST, 0.975, 0, our_fill, peer_fill),
};

const struct bench_module bench_segment_module = { "segment", benches,
                                                   sizeof(benches) / sizeof(benches[0]) };
