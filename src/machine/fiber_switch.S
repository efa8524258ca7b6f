/* SPDX-License-Identifier: MIT */
/*
 * void fiber_switch_stacks(void **save_stack_pointer, void *load_stack_pointer)
 *
 * Saves what the System V ABI asks a callee to keep, swaps stacks, restores, returns on the other
 * side. Callers that are ms_abi have saved xmm6-15 themselves before they called into this side.
 */
    .text
    .globl fiber_switch_stacks
    .type fiber_switch_stacks, @function
fiber_switch_stacks:
    .cfi_startproc
    pushq %rbp
    .cfi_adjust_cfa_offset 8
    pushq %rbx
    .cfi_adjust_cfa_offset 8
    pushq %r12
    .cfi_adjust_cfa_offset 8
    pushq %r13
    .cfi_adjust_cfa_offset 8
    pushq %r14
    .cfi_adjust_cfa_offset 8
    pushq %r15
    .cfi_adjust_cfa_offset 8
    subq $8, %rsp
    .cfi_adjust_cfa_offset 8
    stmxcsr (%rsp)
    fnstcw 4(%rsp)
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    ldmxcsr (%rsp)
    fldcw 4(%rsp)
    addq $8, %rsp
    .cfi_adjust_cfa_offset -8
    popq %r15
    .cfi_adjust_cfa_offset -8
    popq %r14
    .cfi_adjust_cfa_offset -8
    popq %r13
    .cfi_adjust_cfa_offset -8
    popq %r12
    .cfi_adjust_cfa_offset -8
    popq %rbx
    .cfi_adjust_cfa_offset -8
    popq %rbp
    .cfi_adjust_cfa_offset -8
    ret
    .cfi_endproc
    .size fiber_switch_stacks, . - fiber_switch_stacks

/* First frame of a new fiber: r12 holds the fiber. The undefined return address ends backtraces. */
    .globl fiber_first_frame
    .type fiber_first_frame, @function
fiber_first_frame:
    .cfi_startproc
    .cfi_undefined rip
    movq %r12, %rdi
    call fiber_main
    ud2
    .cfi_endproc
    .size fiber_first_frame, . - fiber_first_frame

    .section .note.GNU-stack, "", @progbits
