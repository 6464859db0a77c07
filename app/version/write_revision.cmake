cmake_minimum_required(VERSION 3.25)
# Writes HEADER with the commit that SOURCE is at. Runs in every build; the file, and with it the
# programs, changes only when the commit does.
set(revision "")
find_program(GIT git)
# Of this project, not of a repository that these sources were unpacked in.
if(GIT AND EXISTS ${SOURCE}/.git)
  execute_process(COMMAND ${GIT} -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
                  OUTPUT_VARIABLE revision OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT
     "#pragma once\n\nnamespace luce {\ninline constexpr const char* kSourceRevision = \"@revision@\";\n}\n"
     @ONLY)
