// SPDX-License-Identifier: MIT
// Global objects of a C++ driver: constructed on load, destroyed when the host says so.
#include <ntddk.h>

extern "C" {
__attribute__((visibility("default"))) ULONG NTAPI ToyConstructed(void);
__attribute__((visibility("default"))) ULONG NTAPI ToyVirtual(ULONG Value);
__attribute__((visibility("default"))) NTSTATUS NTAPI ToyGuardedObject(ULONG *Address);
}

namespace {

struct Counter {
    ULONG value;
    explicit Counter(ULONG start) : value(start * 2)
    {
        DbgPrint("constructed %u\n", value);
    }
    ~Counter()
    {
        DbgPrint("destroyed %u\n", value);
    }
};

struct Shape {
    virtual ULONG Area(ULONG side) = 0;
};

struct Square : Shape {
    ULONG Area(ULONG side) override
    {
        return side * side;
    }
};

Counter counter(21);
Square square;
Shape *volatile shape = &square;

} // namespace

ULONG NTAPI ToyConstructed(void)
{
    static Counter later(50);
    return counter.value + later.value;
}

ULONG NTAPI ToyVirtual(ULONG Value)
{
    return shape->Area(Value);
}

/* A guard in a loop, in C++, with the exception filtered by its code. */
NTSTATUS NTAPI ToyGuardedObject(ULONG *Address)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (int turn = 0; turn < 2 && NT_SUCCESS(status); turn++) {
        __try {
            *static_cast<volatile ULONG *>(Address) = 1;
        } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER
                                                                  : EXCEPTION_CONTINUE_SEARCH) {
            status = STATUS_INVALID_USER_BUFFER;
        }
    }
    return status;
}
