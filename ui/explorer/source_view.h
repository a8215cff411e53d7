// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/source_colours.h"
#include "ui/explorer/text_hits.h"

#include <QByteArrayView>
#include <Qsci/qsciscintilla.h>

namespace acx {

/// Small text with line numbers, colours and folding, read-only. Places are bytes of its UTF-8 text. Control and
/// formatting characters are painted as signs. The first 10,000 http and https URLs are underlined and can be clicked.
class SourceView final : public QsciScintilla
{
    Q_OBJECT
public:
    explicit SourceView(const Theme &theme, QWidget *parent = nullptr);

    /// `utf8` is valid and at most 1 MB.
    void setSource(QByteArrayView utf8, SourceLanguage language);
    /// Selects these bytes and brings them into sight, unfolding what hides them.
    void goTo(qint64 offset, qint64 length);
    /// Marks the first 10,000 of them.
    void setHits(const TextHitsPtr &hits);

Q_SIGNALS:
    /// A click; with Ctrl for a new tab.
    void urlClicked(const QString &url, bool newTab);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void buildMargins();
    void nameControlCharacters();
    void applyTheme();
    void markRange(int indicator, qint64 offset, qint64 length);
    void markUrls(QByteArrayView utf8);
    void onIndicatorReleased(int line, int index);

    const Theme &m_theme;
    Qt::KeyboardModifiers m_pressedWith;
    SourceLanguage m_language = SourceLanguage::Plain;
};

} // namespace acx
