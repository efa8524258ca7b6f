/* SPDX-License-Identifier: MIT */
#include "kmt/user.h"

#include "nt/seh.h"
#include "nt/user.h"

#include <excpt.h>

typedef uint64_t __attribute__((may_alias, aligned(1))) word;

/* Not memcpy: a sanitizer would judge the caller's memory, which is not ours to be right about. Not
 * inlined: a second return of the set-jump finds no counters of it in registers. */
DXGH_TOUCHES_FOREIGN_MEMORY __attribute__((noinline)) static void copy(volatile char *to,
                                                                       const volatile char *from,
                                                                       size_t bytes)
{
    for (; bytes >= sizeof(word); bytes -= sizeof(word)) {
        *(volatile word *)to = *(const volatile word *)from;
        to += sizeof(word);
        from += sizeof(word);
    }
    for (; bytes > 0; bytes--) {
        *to++ = *from++;
    }
}

/* A store to each page, of what is there. */
DXGH_TOUCHES_FOREIGN_MEMORY __attribute__((noinline)) static void touch(volatile char *to,
                                                                        size_t bytes)
{
    const volatile char *end = to + bytes;

    for (; to < end; to += DXGH_PAGE_SIZE - (uintptr_t)to % DXGH_PAGE_SIZE) {
        *to = *to;
    }
}

/* Where the host's user space ends. Without address randomisation a program's stack lies in the
 * last 64 KB before it, which Windows keeps free above MmUserProbeAddress. */
#define HOST_USER_END 0x7FFFFFFFF000u

static bool is_foreign(struct machine *machine, uintptr_t address)
{
    return address < MmUserProbeAddress && nt_address_is_foreign(machine, address);
}

/* Kernel addresses have no guard that catches them (nt/fault.c), so none may be touched. */
static bool is_user(struct machine *machine, uintptr_t address, size_t bytes)
{
    uintptr_t last = address + bytes - 1;

    if (last < address || last >= HOST_USER_END || is_foreign(machine, address)) {
        return false;
    }
    for (uintptr_t page = (address | (DXGH_PAGE_SIZE - 1)) + 1; page <= last;
         page += DXGH_PAGE_SIZE) {
        if (is_foreign(machine, page)) {
            return false;
        }
    }
    return true;
}

/* A guard like __try's, but bare: nothing is cleared and nobody is called, since every call of a
 * client passes here several times. A fault comes back as a second return of the set-jump. */
enum act { COPY, TOUCH, COPY_AND_TOUCH_SOURCE };

static bool guarded(struct machine *machine, enum act act, void *to, const void *from, size_t bytes)
{
    DXGH_SEH_FRAME frame;
    void **slot = nt_seh_slot(machine); /* the thread's own: no copy switches fibers */

    frame.Previous = *slot;
    if (DxghSehSetJump(frame.JumpBuffer, 0) != 0) {
        *slot = frame.Previous;
        return false;
    }
    *slot = &frame;
    if (act != TOUCH) {
        copy(to, from, bytes);
    }
    if (act != COPY) {
        touch(act == TOUCH ? to : (void *)(uintptr_t)from, bytes);
    }
    *slot = frame.Previous;
    return true;
}

bool user_read(struct machine *machine, void *to, const void *from, size_t bytes)
{
    return bytes == 0 ||
           (is_user(machine, (uintptr_t)from, bytes) && guarded(machine, COPY, to, from, bytes));
}

bool user_read_and_probe(struct machine *machine, void *to, void *from, size_t bytes)
{
    return bytes == 0 || (is_user(machine, (uintptr_t)from, bytes) &&
                          guarded(machine, COPY_AND_TOUCH_SOURCE, to, from, bytes));
}

bool user_write(struct machine *machine, void *to, const void *from, size_t bytes)
{
    return bytes == 0 ||
           (is_user(machine, (uintptr_t)to, bytes) && guarded(machine, COPY, to, from, bytes));
}

NTSTATUS user_answer(struct machine *machine, void *to, const void *from, size_t bytes)
{
    return user_write(machine, to, from, bytes) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

bool user_can_write(struct machine *machine, void *to, size_t bytes)
{
    return bytes == 0 ||
           (is_user(machine, (uintptr_t)to, bytes) && guarded(machine, TOUCH, to, NULL, bytes));
}
