// Editor.js: {"blocks": [...]}, whose texts are HTML.
#pragma once

#include "read/formats/adapter.h"

namespace longread {

extern const Adapter editorjs;

}  // namespace longread
