/* SPDX-License-Identifier: MIT */
/*
 * The copier board: an engine that copies and fills memory, and interrupts when it is done.
 * BAR 0 has 4 KB of registers of 32 bits each.
 */
#ifndef COPIER_REGS_H
#define COPIER_REGS_H

#define COPIER_VENDOR_ID 0x1D5Cu
#define COPIER_DEVICE_ID 0xC0C0u

#define COPIER_ID 0x00u /* reads COPIER_ID_VALUE */
#define COPIER_ID_VALUE 0x43504231u
#define COPIER_LIST_LO 0x04u /* physical address of a list of commands */
#define COPIER_LIST_HI 0x08u
#define COPIER_COUNT 0x0Cu /* commands in it */
#define COPIER_FENCE 0x10u /* value of COMPLETED when they are done */
#define COPIER_GO 0x14u    /* any write starts; a write while BUSY is lost and sets FAULT */
#define COPIER_STATUS 0x18u
#define COPIER_STATUS_DONE 0x1u  /* with the interrupt; writing 1 clears both */
#define COPIER_STATUS_FAULT 0x2u /* a command was wrong or left memory; writing 1 clears it */
#define COPIER_STATUS_BUSY 0x4u
#define COPIER_COMPLETED 0x1Cu /* fence of the last list that is done */

/* A command, as it lies in memory. */
struct copier_command {
    unsigned int opcode; /* COPIER_NOP, _COPY, _FILL */
    unsigned int bytes;
    unsigned long long to;   /* physical addresses */
    unsigned long long from; /* COPY; for FILL the byte to fill with */
};
#define COPIER_NOP 0u
#define COPIER_COPY 1u
#define COPIER_FILL 2u

#endif
