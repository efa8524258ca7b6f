# How a driver image is built: an ELF shared object that imports the NT functions from the host.
#
#   dxgh_add_driver(<name> MODE native|windows
#       SOURCES <file>...
#       [SANITIZE address|thread|none] [DEFINES <X=1>...] [INCLUDES <dir>...] [OPTIONS <flag>...])
#
# makes <binary dir>/<name>.so with the target <name> and sets <name>_FILE to its path; other folders
# write $<TARGET_PROPERTY:<name>,DXGH_DRIVER_FILE> and depend on the target. SANITIZE defaults to what
# the host is built with, since the sanitizer's runtime lives in the host.
#
# native:  the project's own compiler, or its C++ sibling, with the Microsoft record layout and
#          16-bit characters. Functions the host calls must carry NTAPI or APIENTRY.
# windows: clang with the true Windows data model and calling convention; foreign source untouched.

set(DXGH_GLUE_DIR ${CMAKE_SOURCE_DIR}/glue)
set(DXGH_WDK_DIR ${CMAKE_SOURCE_DIR}/include/wdk)
find_program(DXGH_CLANG NAMES clang clang-14 clang-15 clang-16 REQUIRED)
find_program(DXGH_CLANGXX NAMES clang++ clang++-14 clang++-15 clang++-16)
find_program(DXGH_GXX NAMES g++)

# Flags that decide layout, convention and names; `dxghost cc` uses the same.
set(DXGH_NATIVE_FLAGS -fshort-wchar -mms-bitfields -fms-extensions -fPIC -fno-strict-aliasing)
set(DXGH_WINDOWS_FLAGS --target=x86_64-w64-windows-gnu-elf -nostdlibinc -fPIC -fms-extensions -fms-compatibility
    -mms-bitfields -fno-strict-aliasing -fno-stack-protector)
set(DXGH_WINDOWS_CXX_FLAGS -fms-compatibility-version=19.16 -std=gnu++14 -fno-exceptions -fno-rtti
    -fno-threadsafe-statics -fno-sized-deallocation -nostdinc++ -Wno-c++17-compat-mangling)
set(DXGH_NATIVE_CXX_FLAGS -std=gnu++14 -nostdinc++ -fno-exceptions -fno-rtti -fno-threadsafe-statics
    -fcheck-new)
set(DXGH_WINDOWS_ASAN_FLAGS -fsanitize=address -mllvm -asan-mapping-offset=0x7fff8000
    -mllvm -asan-use-after-return=never)
set(DXGH_WINDOWS_TSAN_FLAGS -Xclang -fsanitize=thread)
set(DXGH_NATIVE_ASAN_FLAGS -fsanitize=address,undefined
    -fno-sanitize=alignment,null,nonnull-attribute
    -fno-sanitize-recover=undefined)
set(DXGH_NATIVE_TSAN_FLAGS -fsanitize=thread)

# One object: compiled by `compiler` with `flags`, rebuilt when a header it includes changes.
function(dxgh_driver_object output compiler flags source)
    cmake_path(GET output PARENT_PATH directory)
    file(MAKE_DIRECTORY ${directory})
    add_custom_command(OUTPUT ${output}
        COMMAND ${compiler} ${flags} -MD -MF ${output}.d -c ${source} -o ${output}
        DEPENDS ${source} DEPFILE ${output}.d VERBATIM COMMAND_EXPAND_LISTS)
endfunction()

function(dxgh_add_driver name)
    cmake_parse_arguments(ARG "" "MODE;SANITIZE" "SOURCES;DEFINES;INCLUDES;OPTIONS" ${ARGN})
    if(NOT ARG_MODE MATCHES "^(native|windows)$")
        message(FATAL_ERROR "dxgh_add_driver(${name}): MODE must be native or windows")
    endif()
    if(NOT ARG_SANITIZE)
        set(ARG_SANITIZE ${DXGH_SANITIZE})
    endif()

    set(optimize -O2)
    if(CMAKE_BUILD_TYPE STREQUAL "Debug")
        set(optimize -O0)
    endif()
    set(sanitizer_glue)
    set(sanitizer_flags)
    string(TOUPPER ${ARG_MODE} mode)
    if(ARG_SANITIZE STREQUAL "address")
        set(optimize -O1)
        set(sanitizer_flags ${DXGH_${mode}_ASAN_FLAGS})
        set(sanitizer_glue asan.c)
        if(ARG_MODE STREQUAL "native" AND CMAKE_C_COMPILER_ID STREQUAL "Clang")
            list(APPEND sanitizer_flags -fno-sanitize=function)
        endif()
    elseif(ARG_SANITIZE STREQUAL "thread")
        set(optimize -O1)
        set(sanitizer_flags ${DXGH_${mode}_TSAN_FLAGS})
        set(sanitizer_glue tsan.c)
    endif()

    if(ARG_MODE STREQUAL "windows")
        set(compiler ${DXGH_CLANG})
        set(cxx_compiler ${DXGH_CLANGXX})
        set(base ${DXGH_WINDOWS_FLAGS} -isystem ${DXGH_WDK_DIR} -isystem ${DXGH_WDK_DIR}/crt)
        set(cxx_flags ${DXGH_WINDOWS_CXX_FLAGS})
        set(glue runtime.c variables.c ${sanitizer_glue})
    else()
        set(compiler ${CMAKE_C_COMPILER})
        set(cxx_compiler ${DXGH_GXX})
        if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
            set(cxx_compiler ${DXGH_CLANGXX})
        endif()
        set(base ${DXGH_NATIVE_FLAGS} -isystem ${DXGH_WDK_DIR})
        set(cxx_flags ${DXGH_NATIVE_CXX_FLAGS})
        set(glue native.c)
    endif()
    list(APPEND base ${optimize} -g -fno-omit-frame-pointer)

    set(driver_flags ${base} ${sanitizer_flags} -Wall ${ARG_OPTIONS})
    if(compiler MATCHES "clang")
        list(APPEND driver_flags -Wno-pragma-pack) # pshpack1.h and its kin do just that
    else()
        # Pool tags; and every guard, since a guard is a setjmp (excpt.h says what must be volatile).
        list(APPEND driver_flags -Wno-multichar -Wno-clobbered)
    endif()
    foreach(define ${ARG_DEFINES})
        list(APPEND driver_flags -D${define})
    endforeach()
    foreach(include ${ARG_INCLUDES})
        list(APPEND driver_flags -I${include})
    endforeach()

    set(directory ${CMAKE_CURRENT_BINARY_DIR}/${name}.driver)
    set(objects)
    foreach(source ${ARG_SOURCES})
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
        cmake_path(GET source FILENAME file)
        if(file MATCHES "\\.(cpp|cxx|cc)$")
            dxgh_driver_object(${directory}/${file}.o "${cxx_compiler}"
                "${driver_flags};${cxx_flags}" ${source})
        else()
            dxgh_driver_object(${directory}/${file}.o "${compiler}" "${driver_flags};-std=gnu11"
                ${source})
        endif()
        list(APPEND objects ${directory}/${file}.o)
    endforeach()

    # The runtime objects go in whole; the C library functions only where the driver calls them.
    set(glue_flags ${base} -std=gnu11 -ffreestanding -fno-builtin -Wall -Wextra)
    foreach(file ${glue})
        dxgh_driver_object(${directory}/glue/${file}.o "${compiler}" "${glue_flags}"
            ${DXGH_GLUE_DIR}/${file})
        list(APPEND objects ${directory}/glue/${file}.o)
    endforeach()
    set(library_objects)
    foreach(file crt.c crt_print.c)
        dxgh_driver_object(${directory}/glue/${file}.o "${compiler}" "${glue_flags}"
            ${DXGH_GLUE_DIR}/${file})
        list(APPEND library_objects ${directory}/glue/${file}.o)
    endforeach()
    set(library ${directory}/glue/libcrt.a)
    add_custom_command(OUTPUT ${library}
        COMMAND ${CMAKE_COMMAND} -E rm -f ${library}
        COMMAND ${CMAKE_AR} qcs ${library} ${library_objects}
        DEPENDS ${library_objects} VERBATIM)

    set(image ${CMAKE_CURRENT_BINARY_DIR}/${name}.so)
    set(link_flags -shared -Wl,-Bsymbolic -Wl,-z,noexecstack -Wl,-T,${DXGH_GLUE_DIR}/page.ld)
    if(ARG_MODE STREQUAL "windows")
        list(APPEND link_flags -nostdlib)
    else()
        list(APPEND link_flags ${sanitizer_flags})
    endif()
    add_custom_command(OUTPUT ${image}
        COMMAND ${compiler} ${link_flags} ${objects} ${library} -o ${image}
        DEPENDS ${objects} ${library} ${DXGH_GLUE_DIR}/page.ld VERBATIM)
    add_custom_target(${name} ALL DEPENDS ${image})
    set_target_properties(${name} PROPERTIES DXGH_DRIVER_FILE ${image})
    set(${name}_FILE ${image} PARENT_SCOPE)
endfunction()
