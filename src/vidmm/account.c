/* SPDX-License-Identifier: MIT */
/* Who has how much of video memory. */
#include "machine/heap.h"
#include "vidmm/vidmm_private.h"

static struct vidmm_account *account_find(const struct vidmm *vidmm, const void *owner)
{
    LIST_FOR_EACH(link, &vidmm->accounts) {
        struct vidmm_account *account = LIST_ENTRY_OF(link, struct vidmm_account, link);

        if (account->owner == owner) {
            return account;
        }
    }
    return NULL;
}

void vidmm_allocation_charge(struct vidmm_allocation *allocation, const void *owner)
{
    struct vidmm *vidmm = allocation->vidmm;
    struct vidmm_account *account = account_find(vidmm, owner);

    DXGH_ASSERT(allocation->account == NULL && allocation->segment == NULL);
    if (account == NULL) {
        account = MACHINE_NEW(vidmm->machine, struct vidmm_account);
        account->owner = owner;
        for (uint32_t i = 0; i < VIDMM_SEGMENTS_MAX; i++) {
            for (uint32_t rank = 0; rank < VIDMM_RANK_COUNT; rank++) {
                list_init(&account->evictable[i][rank]);
            }
        }
        list_push_back(&vidmm->accounts, &account->link);
        vidmm->account_count++;
    }
    account->references++;
    allocation->account = account;
}

void account_drop(struct vidmm_allocation *allocation)
{
    struct vidmm_account *account = allocation->account;

    allocation->account = NULL;
    if (account == NULL || --account->references > 0) {
        return;
    }
    list_remove(&account->link);
    allocation->vidmm->account_count--;
    machine_heap_free(allocation->vidmm->machine, account);
}

static enum vidmm_group group_of(const struct segment *segment)
{
    return segment->aperture ? VIDMM_NON_LOCAL : VIDMM_LOCAL;
}

void account_add(const struct vidmm_allocation *allocation)
{
    if (allocation->account != NULL) {
        allocation->account->used_bytes[group_of(allocation->segment)] +=
            allocation->request.size_bytes;
    }
}

void account_remove(const struct vidmm_allocation *allocation)
{
    if (allocation->account != NULL) {
        allocation->account->used_bytes[group_of(allocation->segment)] -=
            allocation->request.size_bytes;
    }
}

static uint64_t budget_of(const struct vidmm *vidmm, const struct vidmm_account *account,
                          enum vidmm_group group)
{
    uint64_t share = vidmm->group_bytes[group] / DXGH_MAX(vidmm->account_count, 1u);

    return account != NULL && account->limited ? DXGH_MIN(share, account->limit_bytes[group])
                                               : share;
}

uint64_t vidmm_budget(const struct vidmm *vidmm, const void *owner, enum vidmm_group group)
{
    return budget_of(vidmm, account_find(vidmm, owner), group);
}

bool vidmm_budget_limit(const struct vidmm *vidmm, const void *owner, const uint64_t *bytes)
{
    struct vidmm_account *account = account_find(vidmm, owner);

    if (account == NULL) {
        return false;
    }
    account->limited = bytes != NULL;
    for (uint32_t i = 0; bytes != NULL && i < VIDMM_GROUP_COUNT; i++) {
        account->limit_bytes[i] = bytes[i];
    }
    return true;
}

uint64_t vidmm_usage(const struct vidmm *vidmm, const void *owner, enum vidmm_group group)
{
    const struct vidmm_account *account = account_find(vidmm, owner);

    return account == NULL ? 0 : account->used_bytes[group];
}

struct vidmm_account *account_most_over(const struct vidmm *vidmm, const struct segment *segment)
{
    enum vidmm_group group = group_of(segment);
    struct vidmm_account *most = NULL;
    uint64_t most_bytes = 0;

    LIST_FOR_EACH(link, &vidmm->accounts) {
        struct vidmm_account *account = LIST_ENTRY_OF(link, struct vidmm_account, link);
        uint64_t budget_bytes = budget_of(vidmm, account, group);

        if (account->ranks[segment->id - 1] != 0 &&
            account->used_bytes[group] > budget_bytes + most_bytes) {
            most = account;
            most_bytes = account->used_bytes[group] - budget_bytes;
        }
    }
    return most;
}

bool account_is_over(const struct vidmm_allocation *allocation)
{
    enum vidmm_group group = group_of(allocation->segment);

    return allocation->account != NULL &&
           allocation->account->used_bytes[group] >
               budget_of(allocation->vidmm, allocation->account, group);
}
