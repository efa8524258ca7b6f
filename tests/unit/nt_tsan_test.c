/* SPDX-License-Identifier: MIT */
/*
 * What the NT objects tell TSan: data handed over through each of them is free of races, and data
 * handed over through none is a race.
 *
 * This file is built for TSan alone, and compiled for it as drivers are; the kernel is not. The
 * program runs itself once per case, since TSan's verdict is an exit status.
 */
#include "tests/unit/nt_fixture.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define RACE_STATUS 66 /* TSan's default */
#define ROUNDS 20

static KSPIN_LOCK lock;
static KEVENT event;
static KSEMAPHORE semaphore;
static KMUTEX mutex;
static FAST_MUTEX fast_mutex;
static KDPC dpc;
static KTIMER timer;
static uint32_t spun;
static uint32_t owned;
static uint32_t fast;
static uint32_t counted;
static uint32_t deferred;
static uint32_t worked;
static volatile uint32_t unprotected;
static bool race;

static void wait_for(PVOID object)
{
    (void)KeWaitForSingleObject(object, Executive, KernelMode, FALSE, NULL);
}

static void NTAPI count(PVOID context)
{
    KIRQL old;

    (void)context;
    for (int i = 0; i < ROUNDS; i++) {
        KeAcquireSpinLock(&lock, &old);
        spun++;
        KeReleaseSpinLock(&lock, old);
        wait_for(&mutex);
        owned++;
        KeReleaseMutex(&mutex, FALSE);
        ExAcquireFastMutex(&fast_mutex);
        fast++;
        ExReleaseFastMutex(&fast_mutex);
        wait_for(&semaphore);
        counted++;
        KeReleaseSemaphore(&semaphore, 0, 1, FALSE);
        if (race) {
            unprotected++;
        }
    }
}

static void NTAPI defer(PKDPC self, PVOID context, PVOID argument1, PVOID argument2)
{
    (void)self;
    (void)context;
    (void)argument1;
    (void)argument2;
    deferred++;
    KeSetEvent(&event, 0, FALSE);
}

static void NTAPI work(PVOID context)
{
    (void)context;
    worked++;
    KeSetEvent(&event, 0, FALSE);
}

static void use_queues(void)
{
    WORK_QUEUE_ITEM item;

    deferred = 1;
    KeInitializeDpc(&dpc, defer, NULL);
    KeSetTargetProcessorDpc(&dpc, 1);
    KeInsertQueueDpc(&dpc, NULL, NULL);
    wait_for(&event);
    deferred++;
    KeInitializeTimer(&timer);
    KeSetTimer(&timer, relative_ms(1), &dpc);
    wait_for(&event);
    deferred++;
    worked = 1;
    ExInitializeWorkItem(&item, work, NULL);
    ExQueueWorkItem(&item, DelayedWorkQueue);
    wait_for(&event);
    worked++;
}

static int run_case(const char *name)
{
    PVOID threads[3];
    HANDLE handle;

    race = strcmp(name, "race") == 0;
    if (open_machine_with(2, DECISION_RANDOM, 3) != 0) {
        return 1;
    }
    KeInitializeSpinLock(&lock);
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    KeInitializeSemaphore(&semaphore, 1, 1);
    KeInitializeMutex(&mutex, 0);
    ExInitializeFastMutex(&fast_mutex);
    for (int i = 0; i < 3; i++) {
        (void)PsCreateSystemThread(&handle, 0, NULL, NULL, NULL, count, NULL);
        (void)ObReferenceObjectByHandle(handle, 0, NULL, KernelMode, &threads[i], NULL);
        (void)ZwClose(handle);
    }
    use_queues();
    for (int i = 0; i < 3; i++) {
        wait_for(threads[i]);
        ObDereferenceObject(threads[i]);
    }
    bool right = spun == 3 * ROUNDS && owned == spun && fast == spun && counted == spun &&
                 deferred == 5 && worked == 3;

    (void)close_machine(NULL);
    return right ? 0 : 1;
}

static int status_of(const char *name)
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);

        if (strcmp(name, "race") == 0) {
            (void)dup2(nowhere, STDERR_FILENO); /* the report is expected */
        }
        (void)execl("/proc/self/exe", "nt_tsan_test", name, (char *)NULL);
        _exit(1);
    }
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void every_object_synchronises(void **state)
{
    (void)state;
    assert_int_equal(status_of("objects"), 0);
}

static void two_threads_without_any_object_race(void **state)
{
    (void)state;
    assert_int_equal(status_of("race"), RACE_STATUS);
}

int main(int argument_count, char **arguments)
{
    if (argument_count > 1) {
        return run_case(arguments[1]);
    }

    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_object_synchronises),
        cmocka_unit_test(two_threads_without_any_object_race),
    };

    return cmocka_run_group_tests_name("nt/tsan", tests, NULL, NULL);
}
