#include "tools/commands.h"
#include "tools/terminal/standard_streams.h"

int main(int argc, char** argv) {
  try {
    return tradereport::tools::run_as_main([&] {
      return tradereport::tools::run_program({argv + (argc > 0 ? 1 : 0), argv + argc});
    });
  } catch (...) {
    return tradereport::tools::kFailure;
  }
}
