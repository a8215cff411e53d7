// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/element_search.h"

#include <QVarLengthArray>

namespace acx {

/// Goes through a text once and finds the values that stand beside secret names. What is inside a found value is not
/// found again, so that the time it takes, and all that is found, are in proportion to the text, whatever it says.
class SecretSearch final
{
    Q_DISABLE_COPY_MOVE(SecretSearch)

public:
    /// `origin`: see TextLayer; empty = not known.
    SecretSearch(const QByteArray &text, bool isDecoded, QList<qsizetype> origin = {});
    ~SecretSearch() = default;

    /// By where they begin; they do not overlap. Once.
    [[nodiscard]] QList<TextRange> run();

private:
    void look(char c);
    void lookAtQuote(char quote);
    void openObject();
    void closeObject();
    void takeTuple();
    void takeNamed(char separator);
    [[nodiscard]] bool takeFormField(const ValueName &name);
    [[nodiscard]] QByteArrayView boundaryBefore(qsizetype head) const;
    [[nodiscard]] qsizetype fieldEnd(qsizetype begin, QByteArrayView boundary);
    [[nodiscard]] bool takePair(const ValueName &name, char separator);
    [[nodiscard]] bool takePairName(ValuePair &pair, qsizetype from);
    [[nodiscard]] bool takePairValue(ValuePair &pair, const ValueName &name, qsizetype from);
    [[nodiscard]] ValuePair *pairOf(const ValueName &name, char separator);
    [[nodiscard]] bool isCode(const ValueName &name, char separator);
    [[nodiscard]] FoundValue valueOf(const ValueName &name, qsizetype separator, qsizetype end);
    void take(FoundValue value);

    ScannedText m_text;
    NextOf m_codeEnd;
    bool m_isDecoded = false;
    QList<qsizetype> m_origin;
    QList<TextRange> m_found;
    QList<TextRange> m_early;                              ///< found after others that stand behind them
    QVarLengthArray<ValuePair, 16> m_objects{ValuePair()}; ///< those that are open, within the text itself
    qsizetype m_tooDeep = 0;                               ///< open objects beyond the deepest that is looked into
    bool m_isInString = false;
    bool m_isInApostrophes = false;
    ElementSearch m_element;
    QByteArrayView m_boundary;   ///< of a multipart form
    int m_boundaries = 0;        ///< that were looked for
    qsizetype m_boundaryAt = -1; ///< the next one from where it was last looked for
    qsizetype m_at = 0;
    qsizetype m_next = 0;
    qsizetype m_done = 0;     ///< the end of what was found
    qsizetype m_grantAt = -1; ///< the next "grant_type=" from where it was last asked for
};

} // namespace acx
