/* SPDX-License-Identifier: MIT */
/*
 * Driver images: a Linux shared object that exports DriverEntry.
 *
 * The file is looked at before it is loaded, so that a wrong one is refused with the reason: which
 * kernel functions are missing, for example. Each load gets fresh globals, even when an earlier
 * load of the same file is still in the process.
 *
 * Tests: tests/unit/nt_image_test.c
 */
#ifndef NT_IMAGE_H
#define NT_IMAGE_H

#include "machine/machine.h"
#include "nt/wdk.h"

struct nt_section {
    uintptr_t start;
    uintptr_t end; /* equal to start: the image has no such section */
};

struct nt_image {
    char *path; /* absolute */
    void *handle;
    uintptr_t base;
    uintptr_t end;
    PDRIVER_INITIALIZE entry;
    struct nt_section page;         /* pageable code */
    struct nt_section init;         /* discarded after DriverEntry */
    struct nt_section constructors; /* pointers to functions that make global objects */
    struct list read_only;          /* nt_readonly.link */
    bool init_sealed;
};

/**
 * nt_image_load - load a driver and tell the verifier where its code is
 * @error: receives one or more sentences that name the file and the cause
 * Returns: NULL on failure, with nothing left behind.
 */
struct nt_image *nt_image_load(struct machine *machine, const char *path, char *error,
                               size_t error_bytes);

/** nt_image_unload - accepts NULL. No code of the driver may be on any stack, queue or timer. */
void nt_image_unload(struct machine *machine, struct nt_image *image);

/**
 * nt_image_construct - make the driver's global objects; before DriverEntry, as its code
 * Does nothing for an image that was not linked with glue/page.ld: its loader has done it.
 */
void nt_image_construct(const struct nt_image *image);

/**
 * nt_image_seal_init - DriverEntry has returned: its section is gone from now on
 * Does nothing when the linker did not put INIT on pages of its own.
 */
void nt_image_seal_init(struct machine *machine, struct nt_image *image);

/** nt_image_current - the loaded image, or NULL */
struct nt_image *nt_image_current(const struct machine *machine);

/** nt_image_describe - what part of the image an address lies in; false when in none */
bool nt_image_describe(const struct machine *machine, uintptr_t address, char *text,
                       size_t text_bytes);
/** nt_image_is_readonly - whether the address lies in the image, where nothing may write */
bool nt_image_is_readonly(const struct machine *machine, uintptr_t address);

#endif /* NT_IMAGE_H */
