#include "tests/places.h"

namespace tradereport {

const char* const kSourceFolder = TRADEREPORT_SOURCE_DIR;
const char* const kBuildFolder = TRADEREPORT_BUILD_DIR;
const char* const kProgramFile = TRADEREPORT_BINARY;
const char* const kWorldIssueFile = TRADEREPORT_WORLD_ISSUE;
const char* const kRefuseListingFile = TRADEREPORT_REFUSE_LISTING;
const char* const kCompiler = TRADEREPORT_CXX_COMPILER;
const char* const kCompilerFlags = TRADEREPORT_CXX_FLAGS;

}  // namespace tradereport
