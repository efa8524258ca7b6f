/* SPDX-License-Identifier: MIT */
#include "verify/demangle.h"

#include "tests/lib/test.h"

#include <string.h>

static void check(const char *mangled, const char *expected)
{
    char text[128];

    verify_demangle(mangled, text, sizeof(text));
    assert_string_equal(text, expected);
}

static void functions_and_methods_are_named(void **state)
{
    (void)state;
    check("_Z12BddDdiUnloadv", "BddDdiUnload");
    check("_ZN20BASIC_DISPLAY_DRIVER14RegisterHWInfoEv", "BASIC_DISPLAY_DRIVER::RegisterHWInfo");
    check("_ZNK4Ring5EmptyEv", "Ring::Empty");
    check("_ZN4RingC2Ej", "Ring::Ring");
    check("_ZN4RingD1Ev", "Ring::~Ring");
    check("_ZN12_GLOBAL__N_13RunEv", "{anonymous}::Run");
    check("_ZL6helperi", "helper");
    check("_ZnwmPK4Pool", "operator new");
    check("_ZN5ClassnwEm", "Class::operator new");
    check("_ZN5ClassdaEPv", "Class::operator delete[]");
}

/* What is beyond this comes out as it is: never half a name. */
static void other_names_stay(void **state)
{
    (void)state;
    check("DriverEntry", "DriverEntry");
    check("_Z", "_Z");
    check("_ZN4Ring", "_ZN4Ring");
    check("_ZN99Ring1aEv", "_ZN99Ring1aEv");
    check("_ZN4ListIiE3AddEi", "_ZN4ListIiE3AddEi");
    check("_ZN4RingplEv", "_ZN4RingplEv");
    check("_ZNC1Ev", "_ZNC1Ev");
    check("_Z03abcv", "_Z03abcv");
    check("_ZNE", "_ZNE");
    check("", "");
}

static void long_names_are_cut_or_left(void **state)
{
    char mangled[600] = "_Z300";
    char text[8];

    (void)state;
    memset(mangled + 5, 'a', 300);
    verify_demangle(mangled, text, sizeof(text));
    assert_string_equal(text, "_Z300aa");
    verify_demangle("_Z12BddDdiUnloadv", text, sizeof(text));
    assert_string_equal(text, "BddDdiU");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(functions_and_methods_are_named),
        cmocka_unit_test(other_names_stay),
        cmocka_unit_test(long_names_are_cut_or_left),
    };
    return cmocka_run_group_tests_name("verify/demangle", tests, NULL, NULL);
}
