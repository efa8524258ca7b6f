/* SPDX-License-Identifier: MIT */
/*
 * Structured exception handling as macros.
 *
 * No compiler for Linux emits the Windows handler tables, so a guarded block is a frame on the
 * driver's stack, linked into a chain whose head the host keeps per thread. Whoever raises (the
 * host's fault handler, ExRaiseStatus, a failed probe) stores the code in the innermost frame and
 * jumps to it. The frame leaves the chain when the block ends, by `return` and `goto` too.
 *
 * Choice: the three things the macros cannot do.
 *  - `break` and `continue` directly inside __try, __except or __finally act on the guard, not on
 *    the loop around it; __leave is such a `break`, so it must not sit in an inner loop or switch.
 *  - `return` or `goto` out of a __try skips its __finally.
 *  - A local changed inside __try and read after a fault must be volatile at -O1 and above.
 */
#ifndef WDK_INLINE_EXCPT_H
#define WDK_INLINE_EXCPT_H

#include "base.h"

struct _EXCEPTION_POINTERS;

/* The host reads and writes all but State, which is the macros' own. */
typedef struct _DXGH_SEH_FRAME {
    unsigned long long JumpBuffer[32]; /* sigjmp_buf of the host's C library, 200 bytes */
    struct _DXGH_SEH_FRAME *Previous;  /* next outer frame of this thread */
    struct _EXCEPTION_POINTERS *Information; /* may stay NULL */
    unsigned int Code;                 /* NTSTATUS of the exception, once raised */
    int State;
} DXGH_SEH_FRAME;

enum {
    DXGH_SEH_IDLE,    /* not on the chain */
    DXGH_SEH_ARMED,   /* on the chain, guarded block running */
    DXGH_SEH_RAISED,  /* off the chain, filter or handler running */
    DXGH_SEH_UNWINDS, /* as RAISED, in a __finally that has to pass the exception on */
    DXGH_SEH_DONE     /* guarded block ended without exception */
};

WDK_EXTERN_C_BEGIN

/* Makes a frame the innermost one of the calling thread. */
void NTAPI DxghSehPush(DXGH_SEH_FRAME *Frame);
/* Unlinks a frame and all that were pushed after it; no effect on a frame that is not linked. */
void NTAPI DxghSehPop(DXGH_SEH_FRAME *Frame);
/* Raises an exception at the innermost frame of the calling thread. */
DECLSPEC_NORETURN void NTAPI ExRaiseStatus(WDK_LONG Status);

/* The C library's sigsetjmp without the signal mask, under a name of our own so that <setjmp.h>
 * can be included beside it. */
__attribute__((sysv_abi, returns_twice)) int DxghSehSetJump(void *Buffer, int SaveMask)
    __asm__("__sigsetjmp");

WDK_EXTERN_C_END

/* Leaving the guard by any way: the frame must not outlive its block. */
WDK_INLINE void DxghSehLeave(DXGH_SEH_FRAME *Frame)
{
    if (Frame->State == DXGH_SEH_ARMED) {
        Frame->State = DXGH_SEH_DONE;
        DxghSehPop(Frame);
    }
}

WDK_INLINE void DxghSehArm(DXGH_SEH_FRAME *Frame)
{
    Frame->State = DXGH_SEH_ARMED;
    DxghSehPush(Frame);
}

/* True once per guard: the block has not been entered yet. */
#define DxghSehEnter(f) \
    ((f)->State == DXGH_SEH_IDLE && (DxghSehArm(f), DxghSehSetJump((f)->JumpBuffer, 0) == 0))

/* Reached with ARMED only through the jump: the exception is being delivered to this frame. */
WDK_INLINE int DxghSehCaught(DXGH_SEH_FRAME *Frame)
{
    if (Frame->State == DXGH_SEH_ARMED) {
        Frame->State = DXGH_SEH_RAISED;
        DxghSehPop(Frame);
    }
    return Frame->State == DXGH_SEH_RAISED;
}

/* Acts on a filter's answer. EXCEPTION_CONTINUE_EXECUTION cannot be honoured after the jump, so
 * it passes the exception on as EXCEPTION_CONTINUE_SEARCH does. */
WDK_INLINE int DxghSehHandle(DXGH_SEH_FRAME *Frame, int Filter)
{
    if (Filter <= 0) {
        ExRaiseStatus((WDK_LONG)Frame->Code);
    }
    return 1;
}

WDK_INLINE int DxghSehFinally(DXGH_SEH_FRAME *Frame)
{
    if (DxghSehCaught(Frame)) {
        Frame->State = DXGH_SEH_UNWINDS;
    }
    return 1;
}

/* Second turn of the guard's loop for a __finally after a normal end; none after a handler. */
WDK_INLINE DXGH_SEH_FRAME *DxghSehNext(DXGH_SEH_FRAME *Frame)
{
    switch (Frame->State) {
    case DXGH_SEH_ARMED:
        DxghSehLeave(Frame);
        return Frame;
    case DXGH_SEH_UNWINDS:
        ExRaiseStatus((WDK_LONG)Frame->Code);
    default:
        return (DXGH_SEH_FRAME *)0;
    }
}

#undef __try
#undef __except
#undef __finally
#undef __leave

#define __try                                                                                     \
    for (DXGH_SEH_FRAME _dxgh_seh __attribute__((cleanup(DxghSehLeave))) = { { 0 }, 0, 0, 0, 0 }, \
                        *_dxgh_turn = &_dxgh_seh;                                                 \
         _dxgh_turn; _dxgh_turn = DxghSehNext(&_dxgh_seh))                                        \
        if (DxghSehEnter(&_dxgh_seh))
#define __except(filter) \
    else if (DxghSehCaught(&_dxgh_seh) && DxghSehHandle(&_dxgh_seh, (int)(filter)))
#define __finally else if (DxghSehFinally(&_dxgh_seh))
#define __leave break

#define GetExceptionCode() ((WDK_LONG)_dxgh_seh.Code)
#define _exception_code GetExceptionCode
#define GetExceptionInformation() (_dxgh_seh.Information)
#define _exception_info GetExceptionInformation
#define AbnormalTermination() (_dxgh_seh.State == DXGH_SEH_UNWINDS)
#define _abnormal_termination AbnormalTermination

#endif
