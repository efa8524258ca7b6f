/* SPDX-License-Identifier: MIT */
/* Version, comparison, random numbers, identifiers. */
#include "base/prng.h"
#include "nt/call.h"

#define VERSION_MAJOR 10u
#define VERSION_MINOR 0u
#define VERSION_BUILD 16299u /* the release of WDDM 2.3, the newest interface we have */

/* Returns the offset of the first byte that differs, which is Length when none does. */
SIZE_T NTAPI RtlCompareMemory(const void *Source1, const void *Source2, SIZE_T Length)
{
    const UCHAR *first = Source1;
    const UCHAR *second = Source2;
    SIZE_T i = 0;

    while (i < Length && first[i] == second[i]) {
        i++;
    }
    return i;
}

NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation)
{
    NT_CALL(PASSIVE_LEVEL);
    ULONG size = lpVersionInformation->dwOSVersionInfoSize;

    (void)machine;
    if (size != sizeof(RTL_OSVERSIONINFOW) && size != sizeof(RTL_OSVERSIONINFOEXW)) {
        return STATUS_INVALID_PARAMETER;
    }
    memset(lpVersionInformation, 0, size);
    lpVersionInformation->dwOSVersionInfoSize = size;
    lpVersionInformation->dwMajorVersion = VERSION_MAJOR;
    lpVersionInformation->dwMinorVersion = VERSION_MINOR;
    lpVersionInformation->dwBuildNumber = VERSION_BUILD;
    lpVersionInformation->dwPlatformId = VER_PLATFORM_WIN32_NT;
    if (size == sizeof(RTL_OSVERSIONINFOEXW)) {
        ((PRTL_OSVERSIONINFOEXW)lpVersionInformation)->wProductType = VER_NT_WORKSTATION;
    }
    return STATUS_SUCCESS;
}

BOOLEAN NTAPI PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber,
                           PUNICODE_STRING CSDVersion)
{
    if (MajorVersion != NULL) {
        *MajorVersion = VERSION_MAJOR;
    }
    if (MinorVersion != NULL) {
        *MinorVersion = VERSION_MINOR;
    }
    if (BuildNumber != NULL) {
        *BuildNumber = VERSION_BUILD;
    }
    if (CSDVersion != NULL) {
        CSDVersion->Length = 0;
    }
    return FALSE; /* not a checked build */
}

BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion)
{
    return MajorVersion < 6 || (MajorVersion == 6 && MinorVersion == 0);
}

BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG Version)
{
    return Version <= 0x0A000004u; /* NTDDI_WIN10_RS3 */
}

/* Unique within a run, and the same in every run of a seed. */
NTSTATUS NTAPI ExUuidCreate(UUID *Uuid)
{
    NT_CALL(APC_LEVEL);
    uint64_t words[2] = { prng_mix(&nt_of(machine)->random_state),
                          prng_mix(&nt_of(machine)->random_state) };

    memcpy(Uuid, words, sizeof(*Uuid));
    Uuid->Data3 = (USHORT)((Uuid->Data3 & 0x0FFF) | 0x4000);
    Uuid->Data4[0] = (UCHAR)((Uuid->Data4[0] & 0x3F) | 0x80);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwAllocateLocallyUniqueId(PLUID Luid)
{
    NT_CALL(PASSIVE_LEVEL);
    uint64_t value = 0x10000u + nt_of(machine)->next_luid++;

    Luid->LowPart = (ULONG)value;
    Luid->HighPart = (LONG)(value >> 32);
    return STATUS_SUCCESS;
}
