/* SPDX-License-Identifier: MIT */
/* Intrusive doubly linked list. A head is a link that no object owns. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/base.h"

struct list {
    struct list *next;
    struct list *prev;
};

/* An initialiser, not a block. */
/* clang-format off */
#define LIST_INIT(head) { &(head), &(head) }
/* clang-format on */

static inline void list_init(struct list *head)
{
    head->next = head;
    head->prev = head;
}

static inline bool list_is_empty(const struct list *head)
{
    return head->next == head;
}

static inline void list_insert_after(struct list *where, struct list *link)
{
    link->prev = where;
    link->next = where->next;
    where->next->prev = link;
    where->next = link;
}

static inline void list_push_front(struct list *head, struct list *link)
{
    list_insert_after(head, link);
}

static inline void list_push_back(struct list *head, struct list *link)
{
    list_insert_after(head->prev, link);
}

/* Leaves the link as an empty head, so a second removal is harmless. */
static inline void list_remove(struct list *link)
{
    link->prev->next = link->next;
    link->next->prev = link->prev;
    list_init(link);
}

static inline struct list *list_pop_front(struct list *head)
{
    struct list *link = head->next;

    if (link == head) {
        return NULL;
    }
    list_remove(link);
    return link;
}

#define LIST_ENTRY_OF(link, type, member) DXGH_CONTAINER_OF(link, type, member)

#define LIST_FOR_EACH(iterator, head)                                                              \
    for (struct list *iterator = (head)->next; iterator != (head); iterator = iterator->next)

/* The current link may be removed, or its object freed, inside the loop. */
#define LIST_FOR_EACH_SAFE(iterator, head)                                                         \
    for (struct list *iterator = (head)->next, *iterator##_next = iterator->next;                  \
         iterator != (head); iterator = iterator##_next, iterator##_next = iterator->next)

#endif /* BASE_LIST_H */
