// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"

namespace acx {

/// Finds the values of a text and checks it on the way. It uses no recursion and no memory but the records: while a
/// container is open, its record's extent holds the number of its children so far.
class JsonIndexBuilder final
{
public:
    enum class Outcome { Done, Broken, Cancelled, TooMany };

    JsonIndexBuilder(QByteArrayView text, JsonNodes &nodes, const JsonIndexOptions &options);

    [[nodiscard]] Outcome run();
    /// Where it stopped.
    [[nodiscard]] qint64 offset() const { return m_at - m_begin; }

private:
    enum class Next { Value, End, Stop };

    [[nodiscard]] bool checkEncoding();
    [[nodiscard]] bool takeValues();
    [[nodiscard]] Next takeAfterValue();
    [[nodiscard]] bool open(char bracket);
    void close();
    [[nodiscard]] bool takeName();
    [[nodiscard]] bool takeScalar(char first);
    [[nodiscard]] bool takeNumber();
    [[nodiscard]] bool takeWord(QByteArrayView word);
    [[nodiscard]] bool takeString();
    [[nodiscard]] bool takeEscape();
    [[nodiscard]] bool takeUnicodeEscape();
    [[nodiscard]] std::optional<unsigned> takeHex();
    void skipPlainText();
    void skipBlanks();
    [[nodiscard]] bool add(JsonValue::Type type, const char *from, quint64 length);
    [[nodiscard]] bool addBlock();

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    JsonNodes &m_nodes;
    const JsonIndexOptions &m_options;
    quint32 m_open = JsonIndex::none; ///< the innermost open container
    quint32 m_count = 0;              ///< its children so far
    bool m_inObject = false;
    int m_depth = 0;
    Outcome m_stop = Outcome::Broken;
};

} // namespace acx
