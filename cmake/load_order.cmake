# tradereport_load_order(TARGET LIBRARY…): the program loads these of Poppler's libraries, and those
# given by their paths, first and in this order. For every symbol the dynamic linker searches the
# libraries in the order in which they are loaded, so those that define many are best found early:
# that is a fourth of its work at every start.
function(tradereport_load_order target)
  execute_process(COMMAND ldd ${POPPLER_CPP_LINK_LIBRARIES} OUTPUT_VARIABLE loaded ERROR_QUIET)
  foreach(library IN LISTS ARGN)
    string(REPLACE "+" "[+]" name ${library})
    if(IS_ABSOLUTE ${library})
      list(APPEND order ${library})
    elseif(loaded MATCHES "=> ([^ ]*/lib${name}[.]so[^ ]*)")
      list(APPEND order ${CMAKE_MATCH_1})
    endif()
  endforeach()
  target_link_options(${target} PRIVATE
    LINKER:--push-state,--no-as-needed ${order} LINKER:--pop-state)
endfunction()
