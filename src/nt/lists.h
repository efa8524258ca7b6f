/* SPDX-License-Identifier: MIT */
/* Structures of a driver that have to be deleted: lookaside lists and resources, by address. */
#ifndef NT_LISTS_H
#define NT_LISTS_H

#include "machine/machine.h"

/** nt_listed_add - note that the structure has been initialised. False: it was already. */
bool nt_listed_add(struct machine *machine, struct list *head, const void *structure);
/** nt_listed_remove - note that it has been deleted. False: it was not initialised. */
bool nt_listed_remove(struct machine *machine, struct list *head, const void *structure);
bool nt_listed(const struct list *head, const void *structure);
uint32_t nt_listed_of_driver(const struct list *head);
void nt_listed_drop_driver(struct machine *machine, struct list *head);

#endif /* NT_LISTS_H */
