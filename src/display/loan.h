/* SPDX-License-Identifier: MIT */
/*
 * What is lent to a driver: mode and path infos, and handles of mode sets.
 *
 * Each acquire makes a loan of its own, with its own copy of the info, so that a pointer used after
 * its release is a use of freed memory that a sanitizer sees, and a release names one acquire. What
 * is still out when a DDI returns is a leak: it is reported with the line that acquired it.
 *
 * Source: nc-d3dkmddi-dxgkddi_vidpn_acquiresourcemodeset ("reference counted"),
 *         nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_createnewmodeinfo ("one, but not both")
 * Choice: Windows may hand out the same pointer twice; nothing documented depends on it.
 */
#ifndef DISPLAY_LOAN_H
#define DISPLAY_LOAN_H

#include "display/state.h"

struct display;
struct info_item;
struct info_set;

enum loan_kind {
    LOAN_INFO,     /* a const copy of an item */
    LOAN_NEW_INFO, /* what a pfnCreateNew...Info returned, until it is added or released */
    LOAN_SET,      /* a reference to an assigned set */
    LOAN_NEW_SET,  /* what a pfnCreateNew...Set returned, until it is assigned or released */
};

struct loan {
    struct list link; /* display_state.loans */
    enum loan_kind kind;
    struct info_set *set;   /* one reference */
    struct info_item *item; /* LOAN_INFO: what it is a copy of */
    void *pointer;          /* what the driver holds: a copy of the info, or the set's handle */
    void *original;         /* LOAN_INFO: what the copy held when it was lent */
    uintptr_t pc;           /* the driver's call */
    const char *function;   /* that it called */
};

/** loan_info - lend a copy of an item. Returns: the loan; its pointer goes to the driver. */
struct loan *loan_info(struct info_set *set, struct info_item *item, const char *function);
/** loan_new_info - lend a fresh, zeroed info to be filled in */
struct loan *loan_new_info(struct info_set *set, const char *function);
/** loan_set - lend the set's handle; kind is LOAN_SET or LOAN_NEW_SET */
struct loan *loan_set(struct info_set *set, enum loan_kind kind, const char *function);

/** loan_find - what the driver holds by that pointer, from that set. Returns: NULL when nothing. */
struct loan *loan_find(const struct info_set *set, const void *pointer);
/**
 * loan_end - the driver gave it back, or it was added or assigned
 * A const info that was written is reported (VIDPN-05). The copy is overwritten and freed.
 */
void loan_end(struct loan *loan);

/**
 * loan_check_returned - after a DDI: report and take back what it did not release
 * @display: of the adapter whose DDI returned
 * @ddi: name of the DDI that returned; static text
 * Returns: how many loans were still out.
 */
uint32_t loan_check_returned(const struct display *display, const char *ddi);

#endif /* DISPLAY_LOAN_H */
