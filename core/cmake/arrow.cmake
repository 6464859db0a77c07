# Finds Arrow's C++ library, with which Parquet files can be read; without it Luce builds all the same.
# LUCE_ARROW_ROOT may name the folder that holds include and lib, or the folder pyarrow of PyPI's
# wheel, which holds include and the libraries themselves.
#
# Sets LUCE_PARQUET_LIBRARIES, empty if there is no Arrow, and LUCE_PARQUET_INCLUDES.
set(LUCE_ARROW_ROOT "" CACHE PATH "An Arrow 21 or newer to read Parquet with; empty: find_package")
set(LUCE_PARQUET_LIBRARIES "")
set(LUCE_PARQUET_INCLUDES "")
if(LUCE_ARROW_ROOT)
  foreach(name arrow parquet)
    file(GLOB found ${LUCE_ARROW_ROOT}/lib/lib${name}.so ${LUCE_ARROW_ROOT}/lib${name}.so
                    ${LUCE_ARROW_ROOT}/lib${name}.so.*)
    if(NOT found)
      message(FATAL_ERROR "LUCE_ARROW_ROOT is ${LUCE_ARROW_ROOT}, but there is no lib${name}.so in it "
                          "or in its folder lib.")
    endif()
    list(GET found 0 library)
    list(APPEND LUCE_PARQUET_LIBRARIES ${library})
  endforeach()
  set(LUCE_PARQUET_INCLUDES ${LUCE_ARROW_ROOT}/include)
else()
  find_package(Arrow 21 QUIET)
  find_package(Parquet 21 QUIET)
  if(Arrow_FOUND AND Parquet_FOUND)
    set(LUCE_PARQUET_LIBRARIES Parquet::parquet_shared Arrow::arrow_shared)
  endif()
endif()
