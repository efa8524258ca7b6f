/* SPDX-License-Identifier: MIT */
#include "nt/time.h"

#include "nt/call.h"
#include "nt/spinlock.h"
#include "verify/verify.h"

/* Longest stall Windows documents as acceptable. */
#define STALL_LIMIT_US 50u

/* Days between 1601-01-01 and 1970-01-01. */
#define DAYS_TO_1970 134774
#define TICKS_PER_MS INT64_C(10000)
#define MS_PER_DAY INT64_C(86400000)

void NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime)
{
    NT_CALL_ANY();

    CurrentTime->QuadPart = (LONGLONG)nt_system_time(machine);
}

void NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime)
{
    KeQuerySystemTime(CurrentTime);
}

ULONGLONG NTAPI KeQueryInterruptTime(void)
{
    NT_CALL_ANY();

    return nt_interrupt_time(machine);
}

ULONG64 NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    NT_CALL_ANY();

    *QpcTimeStamp = machine->clock.now_ns / (DXGH_NS_PER_S / NT_PERFORMANCE_HZ);
    return nt_interrupt_time(machine);
}

ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(void)
{
    return KeQueryInterruptTime(); /* the machine never sleeps */
}

ULONG64 NTAPI KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    return KeQueryInterruptTimePrecise(QpcTimeStamp);
}

void NTAPI KeQueryTickCount(PLARGE_INTEGER TickCount)
{
    NT_CALL_ANY();

    TickCount->QuadPart = (LONGLONG)(nt_interrupt_time(machine) / NT_TICK_100NS);
}

ULONG NTAPI KeQueryTimeIncrement(void)
{
    return (ULONG)NT_TICK_100NS;
}

LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency)
{
    NT_CALL_ANY();
    LARGE_INTEGER counter;

    if (PerformanceFrequency != NULL) {
        PerformanceFrequency->QuadPart = (LONGLONG)NT_PERFORMANCE_HZ;
    }
    counter.QuadPart = (LONGLONG)(machine->clock.now_ns / (DXGH_NS_PER_S / NT_PERFORMANCE_HZ));
    return counter;
}

void NTAPI KeStallExecutionProcessor(ULONG MicroSeconds)
{
    NT_CALL_ANY();

    if (MicroSeconds > STALL_LIMIT_US && nt_in_driver(machine)) {
        verify_report(machine, RULE_NT_STALL_01, __func__,
                      "KeStallExecutionProcessor(%u): stalls the processor for more than %u "
                      "microseconds; use KeDelayExecutionThread at PASSIVE_LEVEL",
                      MicroSeconds, STALL_LIMIT_US);
    }
    nt_locks_stalled(machine, MicroSeconds, __func__);
    machine_stall(machine, MicroSeconds * DXGH_NS_PER_US);
}

void NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime)
{
    *LocalTime = *SystemTime;
}

void NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime)
{
    *SystemTime = *LocalTime;
}

ULONG NTAPI ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution)
{
    (void)DesiredTime;
    (void)SetResolution; /* timers are exact at any resolution */
    return (ULONG)NT_TICK_100NS;
}

void NTAPI ExQueryTimerResolution(PULONG MaximumTime, PULONG MinimumTime, PULONG CurrentTime)
{
    *MaximumTime = (ULONG)NT_TICK_100NS;
    *MinimumTime = 5000;
    *CurrentTime = (ULONG)NT_TICK_100NS;
}

/* Days since 1601-01-01 of a date in the Gregorian calendar. */
static int64_t days_from_date(int64_t year, int64_t month, int64_t day)
{
    int64_t shifted = year - (month <= 2);
    int64_t era = shifted / 400;
    int64_t year_of_era = shifted - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * 146097 + day_of_era - 719468 + DAYS_TO_1970;
}

void NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields)
{
    int64_t ms = Time->QuadPart / TICKS_PER_MS;
    int64_t days = ms / MS_PER_DAY;
    int64_t rest = ms % MS_PER_DAY;
    int64_t z = days - DAYS_TO_1970 + 719468;
    int64_t era = z / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted_month = (5 * day_of_year + 2) / 153;
    int64_t month = shifted_month + (shifted_month < 10 ? 3 : -9);

    TimeFields->Day = (CSHORT)(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    TimeFields->Month = (CSHORT)month;
    TimeFields->Year = (CSHORT)(year_of_era + era * 400 + (month <= 2));
    TimeFields->Hour = (CSHORT)(rest / 3600000);
    TimeFields->Minute = (CSHORT)(rest / 60000 % 60);
    TimeFields->Second = (CSHORT)(rest / 1000 % 60);
    TimeFields->Milliseconds = (CSHORT)(rest % 1000);
    TimeFields->Weekday = (CSHORT)((days + 1) % 7); /* 1601-01-01 was a Monday; 0 is Sunday */
}

static bool fields_are_valid(const TIME_FIELDS *fields)
{
    static const CSHORT lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (fields->Year % 4 == 0 && fields->Year % 100 != 0) || fields->Year % 400 == 0;

    if (fields->Year < 1601 || fields->Month < 1 || fields->Month > 12 || fields->Day < 1) {
        return false;
    }
    if (fields->Day > lengths[fields->Month - 1] + (fields->Month == 2 && leap)) {
        return false;
    }
    return fields->Hour >= 0 && fields->Hour < 24 && fields->Minute >= 0 && fields->Minute < 60 &&
           fields->Second >= 0 && fields->Second < 60 && fields->Milliseconds >= 0 &&
           fields->Milliseconds < 1000;
}

BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time)
{
    int64_t ms;

    if (!fields_are_valid(TimeFields)) {
        return FALSE;
    }
    ms = days_from_date(TimeFields->Year, TimeFields->Month, TimeFields->Day) * MS_PER_DAY +
         TimeFields->Hour * INT64_C(3600000) + TimeFields->Minute * INT64_C(60000) +
         TimeFields->Second * INT64_C(1000) + TimeFields->Milliseconds;
    Time->QuadPart = ms * TICKS_PER_MS;
    return TRUE;
}
