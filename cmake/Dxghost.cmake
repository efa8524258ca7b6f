# How this project builds: warnings, sanitizers, libraries, tests, drivers.

find_package(PkgConfig REQUIRED)
find_package(Zydis REQUIRED)
pkg_check_modules(jansson REQUIRED IMPORTED_TARGET jansson)
pkg_check_modules(dw REQUIRED IMPORTED_TARGET libdw)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(png REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(pixman REQUIRED IMPORTED_TARGET pixman-1)
pkg_check_modules(cmocka IMPORTED_TARGET cmocka)
pkg_check_modules(sdl2 IMPORTED_TARGET sdl2)

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

set(DXGH_SANITIZE "" CACHE STRING "address (with undefined), thread, or empty")

# Options every file of ours is compiled with. The Windows headers are system headers: their
# bit-fields and names are not ours to change.
add_library(dxgh_options INTERFACE)
target_include_directories(dxgh_options INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include)
target_include_directories(dxgh_options SYSTEM INTERFACE ${CMAKE_SOURCE_DIR}/include/wdk)
target_compile_definitions(dxgh_options INTERFACE _GNU_SOURCE DXGH_VERSION="${PROJECT_VERSION}")
target_compile_options(dxgh_options INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wundef -Wvla -Wstrict-prototypes -Wmissing-prototypes -Werror
    -fms-extensions -fshort-wchar -mms-bitfields -fno-strict-aliasing -fno-omit-frame-pointer
    -fno-common -fvisibility=default)
# In a shared library the usual access to a thread's variable is a call, and gcc forgets that the
# call may clobber registers which a function of the Windows convention has to keep.
target_compile_options(dxgh_options INTERFACE -ftls-model=initial-exec)
if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
    target_compile_options(dxgh_options INTERFACE -Wno-microsoft -Wno-ignored-attributes)
endif()
if(DXGH_SANITIZE STREQUAL "address")
    # A NULL pointer faults by itself; one of a driver's is for the fault handler, not for UBSan.
    set(DXGH_SANITIZE_FLAGS -fsanitize=address,undefined -fno-sanitize=alignment,null,nonnull-attribute
        -fno-sanitize-recover=undefined)
    if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
        # Drivers' function pointers carry ms_abi types that this check does not understand.
        list(APPEND DXGH_SANITIZE_FLAGS -fno-sanitize=function)
    endif()
    target_compile_options(dxgh_options INTERFACE ${DXGH_SANITIZE_FLAGS})
    target_link_options(dxgh_options INTERFACE ${DXGH_SANITIZE_FLAGS})
endif()
if(DXGH_SANITIZE STREQUAL "thread")
    # The kernel runs on one host thread and is atomic between points, so only drivers are
    # instrumented: each fiber is a thread to TSan and each NT lock a mutex.
    target_compile_definitions(dxgh_options INTERFACE DXGH_TSAN=1)
    target_link_options(dxgh_options INTERFACE -fsanitize=thread)
else()
    target_compile_definitions(dxgh_options INTERFACE DXGH_TSAN=0)
endif()

# dxgh_library(<folder> LIBRARIES <folder or target>...) - src/<folder> as the library dxgh_<folder>
function(dxgh_library folder)
    cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.c ${CMAKE_SOURCE_DIR}/src/${folder}/*.S)
    set(links)
    foreach(library ${ARG_LIBRARIES})
        if(EXISTS ${CMAKE_SOURCE_DIR}/src/${library})
            list(APPEND links dxgh_${library})
        else()
            list(APPEND links ${library})
        endif()
    endforeach()
    if(sources)
        add_library(dxgh_${folder} STATIC ${sources})
        target_link_libraries(dxgh_${folder} PUBLIC dxgh_options ${links})
    else()
        add_library(dxgh_${folder} INTERFACE)
        target_link_libraries(dxgh_${folder} INTERFACE dxgh_options ${links})
    endif()
endfunction()

# dxgh_rule_coverage(<target>) - verify/coverage.def: which rules the sources check, and the mutants
# that prove it. Made here and not kept, so that it is never behind the sources.
function(dxgh_rule_coverage target)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    set(folder ${CMAKE_BINARY_DIR}/generated)
    file(GLOB_RECURSE inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.c ${CMAKE_SOURCE_DIR}/src/*.h
        ${CMAKE_SOURCE_DIR}/src/*.def ${CMAKE_SOURCE_DIR}/facts/rules*.tsv)
    foreach(input facts/unchecked.tsv tests/mutants/mutants.def tests/contract/unproven.txt
            tests/scenario/display_only_test.c tools/gen_verify.py tools/rulebook.py)
        list(APPEND inputs ${CMAKE_SOURCE_DIR}/${input})
    endforeach()
    add_custom_command(OUTPUT ${folder}/verify/coverage.def
        COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/gen_verify.py
            --coverage ${folder}/verify/coverage.def
        DEPENDS ${inputs}
        COMMENT "Finding out which rules are checked")
    target_sources(${target} PRIVATE ${folder}/verify/coverage.def)
    target_include_directories(${target} PRIVATE ${folder})
endfunction()

# dxgh_test(<name> LABEL <label> SOURCES <file>... LIBRARIES <target>... [ARGUMENTS <word>...])
# The executable exports its symbols, since drivers import the NT functions from it.
function(dxgh_test name)
    cmake_parse_arguments(ARG "" "LABEL" "SOURCES;LIBRARIES;ARGUMENTS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES ENABLE_EXPORTS ON)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} dxgh_options PkgConfig::cmocka)
    add_test(NAME ${name} COMMAND ${name} ${ARG_ARGUMENTS})
    if(NOT ARG_LABEL)
        set(ARG_LABEL unit)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT 120
        ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1;ASAN_OPTIONS=detect_stack_use_after_return=0")
endfunction()
