// One story's vector, laid out by term, so that many others are scored against it by going through theirs
// alone.
#pragma once

#include <cstdint>
#include <vector>

#include "app/archive/vector_table.h"

namespace longread {

class QueryWeights {
  public:
    // terms: one more than the highest that any query has, or any vector that is scored.
    explicit QueryWeights(std::uint32_t terms) : weights_(terms) {}

    // The query that is scored against from now on.
    void take(VectorView query) {
        for (const std::uint32_t term : taken_) weights_[term] = 0;
        taken_.assign(query.terms.begin(), query.terms.end());
        for (std::size_t i = 0; i < query.size(); ++i) weights_[query.terms[i]] = query.weights[i];
    }

    // The product of the query and another vector.
    [[nodiscard]] std::uint32_t product(VectorView vector) const {
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < vector.size(); ++i)
            sum += std::uint32_t{weights_[vector.terms[i]]} * vector.weights[i];
        return sum;
    }

  private:
    std::vector<std::uint16_t> weights_;  // by term: the query's, else 0
    std::vector<std::uint32_t> taken_;    // its terms
};

}  // namespace longread
