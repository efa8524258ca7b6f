/* SPDX-License-Identifier: MIT */
/*
 * Common ground of the glue: objects linked into every driver image, compiled with its flags.
 *
 * In windows mode the compiler's own calls (memcpy for a structure copy, a stack probe) use the
 * Microsoft convention, while the process around the driver has System V ones under the same names.
 * The glue defines them inside the image, hidden, so that neither side sees the other's.
 */
#ifndef GLUE_H
#define GLUE_H

#define GLUE __attribute__((visibility("hidden")))
#define GLUE_SYSV __attribute__((sysv_abi))
#define GLUE_EXPORT __attribute__((visibility("default")))

typedef __SIZE_TYPE__ size_t;
typedef __UINTPTR_TYPE__ uptr;

extern GLUE_SYSV void *dlsym(void *handle, const char *name);

#endif
