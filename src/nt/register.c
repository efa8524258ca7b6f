/* SPDX-License-Identifier: MIT */
/*
 * Register and port access. An address inside a trapped BAR goes straight to the device model;
 * any other is plain memory. Each access is a point.
 * Source: wdm READ_REGISTER_ULONG and its family
 */
#include "machine/mmio.h"
#include "nt/call.h"

static inline uint64_t read_one(const volatile void *address, uint32_t bytes)
{
    NT_CALL_ANY();
    uint64_t value;

    if (mmio_read(machine, (uintptr_t)address, bytes, &value)) {
        return value;
    }
    switch (bytes) {
    case 1:
        return *(const volatile uint8_t *)address;
    case 2:
        return *(const volatile uint16_t *)address;
    case 4:
        return *(const volatile uint32_t *)address;
    default:
        return *(const volatile uint64_t *)address;
    }
}

static inline void write_one(volatile void *address, uint32_t bytes, uint64_t value)
{
    NT_CALL_ANY();

    if (mmio_write(machine, (uintptr_t)address, bytes, value)) {
        machine_point(machine);
        return;
    }
    switch (bytes) {
    case 1:
        *(volatile uint8_t *)address = (uint8_t)value;
        break;
    case 2:
        *(volatile uint16_t *)address = (uint16_t)value;
        break;
    case 4:
        *(volatile uint32_t *)address = (uint32_t)value;
        break;
    default:
        *(volatile uint64_t *)address = value;
        break;
    }
}

#define REGISTER_ACCESS(SUFFIX, TYPE)                                                              \
    TYPE NTAPI READ_REGISTER_##SUFFIX(volatile TYPE *Register)                                     \
    {                                                                                              \
        return (TYPE)read_one(Register, sizeof(TYPE));                                             \
    }                                                                                              \
    void NTAPI WRITE_REGISTER_##SUFFIX(volatile TYPE *Register, TYPE Value)                        \
    {                                                                                              \
        write_one(Register, sizeof(TYPE), Value);                                                  \
    }                                                                                              \
    void NTAPI READ_REGISTER_BUFFER_##SUFFIX(volatile TYPE *Register, TYPE *Buffer, ULONG Count)   \
    {                                                                                              \
        for (ULONG i = 0; i < Count; i++) {                                                        \
            Buffer[i] = (TYPE)read_one(Register + i, sizeof(TYPE));                                \
        }                                                                                          \
    }                                                                                              \
    void NTAPI WRITE_REGISTER_BUFFER_##SUFFIX(volatile TYPE *Register, TYPE *Buffer, ULONG Count)  \
    {                                                                                              \
        for (ULONG i = 0; i < Count; i++) {                                                        \
            write_one(Register + i, sizeof(TYPE), Buffer[i]);                                      \
        }                                                                                          \
    }

REGISTER_ACCESS(UCHAR, UCHAR)
REGISTER_ACCESS(USHORT, USHORT)
REGISTER_ACCESS(ULONG, ULONG)
REGISTER_ACCESS(ULONG64, ULONG64)

/* A port BAR is a trapped region too; a buffer goes through the one port, item by item. */
#define PORT_ACCESS(SUFFIX, TYPE)                                                                  \
    TYPE NTAPI READ_PORT_##SUFFIX(TYPE *Port)                                                      \
    {                                                                                              \
        return (TYPE)read_one(Port, sizeof(TYPE));                                                 \
    }                                                                                              \
    void NTAPI WRITE_PORT_##SUFFIX(TYPE *Port, TYPE Value)                                         \
    {                                                                                              \
        write_one(Port, sizeof(TYPE), Value);                                                      \
    }                                                                                              \
    void NTAPI READ_PORT_BUFFER_##SUFFIX(TYPE *Port, TYPE *Buffer, ULONG Count)                    \
    {                                                                                              \
        for (ULONG i = 0; i < Count; i++) {                                                        \
            Buffer[i] = (TYPE)read_one(Port, sizeof(TYPE));                                        \
        }                                                                                          \
    }                                                                                              \
    void NTAPI WRITE_PORT_BUFFER_##SUFFIX(TYPE *Port, TYPE *Buffer, ULONG Count)                   \
    {                                                                                              \
        for (ULONG i = 0; i < Count; i++) {                                                        \
            write_one(Port, sizeof(TYPE), Buffer[i]);                                              \
        }                                                                                          \
    }

PORT_ACCESS(UCHAR, UCHAR)
PORT_ACCESS(USHORT, USHORT)
PORT_ACCESS(ULONG, ULONG)
