// All that a device remembers of its reader, laid open to the reader.
#pragma once

#include "model/html_tree.h"
#include "model/reader_state.h"
#include "render/render_options.h"

namespace longread {

// The panel, made in the arena. offset_minutes: of the reader's zone, for the days of what happened. lang: of
// the article.
HtmlTree render_ledger(const ReaderState& state, std::int32_t offset_minutes, std::string_view lang,
                       const RenderOptions& options, Arena& arena);

}  // namespace longread
