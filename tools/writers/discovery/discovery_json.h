// What `discover` has found in a document, as JSON: schemas/discover.schema.json describes it.
#pragma once

#include <string>

#include "tools/workers/message.h"

namespace tradereport::tools {

// One document on one line:
//   {"schema": 1, "file": …, "tables": [{"page", "rows", "cols", "box", "cells": [{"row", "col",
//   "row_span", "col_span", "text", "box", "proved"}], "relations": [{"kind", "whole": [row, col],
//   "parts": [[row, col], …]}], "contradictions": []}], "unread_pages": [page, …]}
// Boxes ([x0, y0, x1, y1] in points) are null where there are no pages.
std::string discovery_json(const std::string& file, const Discovery& discovery);

}  // namespace tradereport::tools
