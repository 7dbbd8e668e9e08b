// The form for a newsletter in an article document, with the names that its service gives to fields.
#pragma once

#include "model/surroundings.h"
#include "read/document_reader.h"

namespace longread {

// The article's newsletter; one that does not exist() where it has none, or none that can be sent anywhere.
// Notes: bad_value for a service, a field or a list that cannot be; lists after the twelfth.
Newsletter read_newsletter(JsonValue article, DocumentReader& reader);

}  // namespace longread
