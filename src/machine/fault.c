/* SPDX-License-Identifier: MIT */
#include "machine/fault.h"

#include "machine/fiber.h"
#include "machine/mmio.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <ucontext.h>

#define ALTERNATE_STACK_BYTES (512u * 1024u)

/* NTSTATUS values of the exceptions a processor raises. */
#define EXCEPTION_BREAKPOINT 0x80000003u
#define EXCEPTION_ACCESS_VIOLATION 0xC0000005u
#define EXCEPTION_IN_PAGE_ERROR 0xC0000006u
#define EXCEPTION_ILLEGAL_INSTRUCTION 0xC000001Du
#define EXCEPTION_INT_DIVIDE_BY_ZERO 0xC0000094u

#define PAGE_FAULT_WRITE 2 /* bit 1 of the x86 page-fault error code */

static const int fault_signals[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP };

/* The process's: under install_lock. */
static pthread_mutex_t install_lock = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction previous_actions[DXGH_ARRAY_SIZE(fault_signals)];
static uint32_t install_count;

/* The host thread's. */
static _Thread_local void *alternate_stack;
static _Thread_local stack_t previous_stack;

/* Where the innermost fault happened, while its handler runs. */
static _Thread_local const ucontext_t *fault_context;
static _Thread_local bool fault_is_call; /* a call to where there is no code */
static _Thread_local bool fault_is_trap; /* the program counter is behind the instruction */
/* The instruction being emulated: what faults meanwhile is laid at its door. */
static _Thread_local const ucontext_t *emulated_context;

static uint32_t exception_code_of(int signal_number)
{
    switch (signal_number) {
    case SIGBUS:
        return EXCEPTION_IN_PAGE_ERROR;
    case SIGILL:
        return EXCEPTION_ILLEGAL_INSTRUCTION;
    case SIGFPE:
        return EXCEPTION_INT_DIVIDE_BY_ZERO;
    case SIGTRAP:
        return EXCEPTION_BREAKPOINT;
    default:
        return EXCEPTION_ACCESS_VIOLATION;
    }
}

/* Gives the signal to the handler that was there before us. */
static void chain(int signal_number)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(fault_signals); i++) {
        if (fault_signals[i] == signal_number) {
            (void)sigaction(signal_number, &previous_actions[i], NULL);
        }
    }
    if (signal_number == SIGTRAP) {
        (void)raise(signal_number); /* the program counter is behind the instruction already */
    }
    /* Any other instruction runs again and meets that handler. */
}

/* The address a driver used; the processor does not tell it for one that is not canonical. */
static uintptr_t address_of(const siginfo_t *info)
{
    bool is_general_protection = info->si_signo == SIGSEGV && info->si_code == SI_KERNEL;

    return is_general_protection ? UINTPTR_MAX : (uintptr_t)info->si_addr;
}

static bool emulate(struct machine *machine, ucontext_t *context, uintptr_t address)
{
    const ucontext_t *outer = emulated_context;

    emulated_context = outer != NULL ? outer : context;

    bool done = mmio_emulate(machine, context, address);

    emulated_context = outer;
    return done;
}

static void on_fault(int signal_number, siginfo_t *info, void *context)
{
    struct machine *machine = machine_self;

#if DXGH_TSAN
    /* TSan runs every handler with all signals blocked, whatever it was asked for; a fault inside
     * this one must be seen, and a jump out of it must not keep them blocked. */
    (void)pthread_sigmask(SIG_SETMASK, &((ucontext_t *)context)->uc_sigmask, NULL);
#endif
    if (machine == NULL || machine->crashed) {
        chain(signal_number);
        return;
    }

    uintptr_t address = address_of(info);

    if (signal_number == SIGSEGV && machine->hooks.pages_fault != NULL &&
        machine->hooks.pages_fault(machine, address)) {
        return;
    }
    if (signal_number == SIGSEGV && emulate(machine, context, address)) {
        return;
    }

    const ucontext_t *user = context;
    bool is_write = (user->uc_mcontext.gregs[REG_ERR] & PAGE_FAULT_WRITE) != 0;
    uint32_t code = exception_code_of(signal_number);

    fault_context = emulated_context != NULL ? emulated_context : user;

    uintptr_t pc = (uintptr_t)fault_context->uc_mcontext.gregs[REG_RIP];

    fault_is_call = signal_number == SIGSEGV && pc == address;
    fault_is_trap = signal_number == SIGTRAP;

    if (machine->hooks.fault_handler != NULL) {
        sigjmp_buf *handler = machine->hooks.fault_handler(machine, code, address);

        if (handler != NULL) {
            fault_forget();
            fiber_stack_cleared(machine->running);
            siglongjmp(*handler, 1);
        }
    }
    /* In a callback the pointer that faults came from the driver. */
    if ((machine->running->in_driver || machine->running->callback != NULL) &&
        machine->hooks.fault_bugcheck != NULL) {
        machine->hooks.fault_bugcheck(machine, code, address, is_write, pc);
    }
    fault_forget();
    (void)fprintf(stderr,
                  "dxghost: fault at %#lx (instruction %#lx) outside any driver, in fiber "
                  "%s\n",
                  (unsigned long)address, (unsigned long)pc, machine->running->name);
    chain(signal_number);
}

void fault_note(void *context)
{
    fault_context = context;
}

bool fault_is_exact(void)
{
    return fault_context != NULL && !fault_is_trap;
}

void fault_forget(void)
{
    fault_context = NULL;
    fault_is_call = false;
    fault_is_trap = false;
    emulated_context = NULL;
}

static bool install_stack(void)
{
    alternate_stack = mmap(NULL, ALTERNATE_STACK_BYTES, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (alternate_stack == MAP_FAILED) {
        return false;
    }

    stack_t stack = { .ss_sp = alternate_stack, .ss_size = ALTERNATE_STACK_BYTES };

    (void)sigaltstack(&stack, &previous_stack);
    return true;
}

static pthread_key_t thread_key;
static pthread_once_t thread_once = PTHREAD_ONCE_INIT;

static void release_stack(void *stack)
{
    stack_t none = { .ss_flags = SS_DISABLE };

    (void)sigaltstack(&none, NULL);
    (void)munmap(stack, ALTERNATE_STACK_BYTES);
}

static void make_thread_key(void)
{
    (void)pthread_key_create(&thread_key, release_stack);
}

bool fault_thread_enter(void)
{
    if (alternate_stack != NULL) {
        return true;
    }
    (void)pthread_once(&thread_once, make_thread_key);
    if (!install_stack()) {
        alternate_stack = NULL;
        return false;
    }
    return pthread_setspecific(thread_key, alternate_stack) == 0;
}

static void claim_locked(void)
{
    /* No signal is blocked meanwhile: the handler may be left by siglongjmp, and a device model or
     * an upper layer that faults inside it must be seen as well. */
    struct sigaction action = { .sa_sigaction = on_fault,
                                .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };

    (void)sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(fault_signals); i++) {
        struct sigaction found;

        (void)sigaction(fault_signals[i], NULL, &found);
        if (found.sa_sigaction != on_fault) {
            previous_actions[i] = found;
            (void)sigaction(fault_signals[i], &action, NULL);
        }
    }
}

void fault_claim(void)
{
    (void)pthread_mutex_lock(&install_lock);
    claim_locked();
    (void)pthread_mutex_unlock(&install_lock);
}

bool fault_install(void)
{
    if (!install_stack()) {
        return false;
    }
    (void)pthread_mutex_lock(&install_lock);
    install_count++;
    claim_locked();
    (void)pthread_mutex_unlock(&install_lock);
    return true;
}

void fault_remove(void)
{
    (void)pthread_mutex_lock(&install_lock);
    if (--install_count == 0) {
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(fault_signals); i++) {
            (void)sigaction(fault_signals[i], &previous_actions[i], NULL);
        }
    }
    (void)pthread_mutex_unlock(&install_lock);
    if (alternate_stack != NULL) {
        (void)pthread_once(&thread_once, make_thread_key);
        (void)pthread_setspecific(thread_key, NULL);
        (void)sigaltstack(&previous_stack, NULL);
        (void)munmap(alternate_stack, ALTERNATE_STACK_BYTES);
        alternate_stack = NULL;
    }
}

/* A driver without frame pointers leads it to any word of the stack, also to ASan's red zones. */
__attribute__((no_sanitize("address"))) uint32_t fault_backtrace(struct machine *machine,
                                                                 uintptr_t *frames,
                                                                 uint32_t capacity)
{
    uint32_t count = 0;
    uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
    uintptr_t low = (uintptr_t)machine->running->stack_base;
    uintptr_t high = low + machine->running->stack_bytes;

    if (capacity == 0) {
        return 0;
    }
    if (fault_context != NULL) {
        frames[count++] = (uintptr_t)fault_context->uc_mcontext.gregs[REG_RIP];
        frame = (uintptr_t)fault_context->uc_mcontext.gregs[REG_RBP];
        /* What lies below the faulting stack pointer may be a guard page, or not be mapped yet. */
        uintptr_t stack_pointer = (uintptr_t)fault_context->uc_mcontext.gregs[REG_RSP];

        low = DXGH_MAX(low, stack_pointer);
        if (fault_is_call && count < capacity && low == stack_pointer && low < high) {
            frames[count++] = *(const uintptr_t *)low; /* the caller has no frame below it yet */
        }
    }
    while (count < capacity && frame >= low && frame < high && high - frame >= 16 &&
           frame % sizeof(uintptr_t) == 0) {
        const uintptr_t *words = (const uintptr_t *)frame; /* the caller's frame, our return */

        if (words[1] == 0) {
            break;
        }
        frames[count++] = words[1];
        low = frame + 1; /* frames only ascend */
        frame = words[0];
    }
    return count;
}
