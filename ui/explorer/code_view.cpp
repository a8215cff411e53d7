// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/code_view.h"

#include "ui/widgets/no_drags.h"

#include <QKeyEvent>
#include <QPainter>
#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int numberMargin = 0;
constexpr int markMargin = 1;
constexpr int foldMargin = 2;
constexpr int foldMarginWidth = 14; // pixels
constexpr int findingMark = 1;      // number of the marker

bool isSubmit(const QKeyEvent &key)
{
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return enter && key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

CodeView::CodeView(const Theme &theme, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
{
    setProperty("code", true);
    setUtf8(true);
    followLineEnds();
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setTabWidth(4);
    setAutoIndent(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    // By default this cuts a line; it locks the program, wherever it is pressed.
    if (QsciCommand *cut = standardCommands()->boundTo(QKeyCombination(Qt::CTRL, Qt::Key_L).toCombined()))
        cut->setKey(0);
    markerDefine(QsciScintilla::Circle, findingMark);
    showFolding(*this, foldMargin, foldMarginWidth);
    connect(&theme, &Theme::changed, this, &CodeView::applyTheme);
    connect(this, &QsciScintilla::linesChanged, this, &CodeView::applyMargins);
    connect(this, &QsciScintilla::linesChanged, this, &CodeView::followLineEnds);
    applyTheme();
}

void CodeView::setPlainText(const QString &plainText)
{
    setText(plainText);
}

void CodeView::replaceText(const QString &plainText)
{
    const QByteArray bytes = plainText.toUtf8();
    beginUndoAction();
    SendScintilla(SCI_TARGETWHOLEDOCUMENT);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(bytes.size()), bytes.constData());
    endUndoAction();
    setCursorPosition(0, 0);
}

void CodeView::followLineEnds()
{
    const long length =
        lines() < 2 ? 0 : SendScintilla(SCI_POSITIONFROMLINE, 1UL) - SendScintilla(SCI_GETLINEENDPOSITION, 0UL);
    setEolMode(length == 2 ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
}

void CodeView::setLanguage(SourceLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    applyTheme();
}

void CodeView::setPlaceholderText(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void CodeView::goTo(qint64 line, qint64 column)
{
    const int at = static_cast<int>(std::clamp<qint64>(line - 1, 0, std::max(0, lines() - 1)));
    ensureLineVisible(at);
    setCursorPosition(at, static_cast<int>(std::clamp<qint64>(column - 1, 0, lineLength(at))));
    ensureCursorVisible();
    setFocus();
}

void CodeView::markLines(const QList<qint64> &marked)
{
    markerDeleteAll(findingMark);
    for (const qint64 line : marked)
        markerAdd(static_cast<int>(line - 1), findingMark);
}

void CodeView::applyTheme()
{
    const auto c = [this](Colour colour) { return m_theme.colour(colour); };
    applySourceTheme(*this, m_language, m_theme);
    setMatchedBraceForegroundColor(c(Colour::Accent));
    setMatchedBraceBackgroundColor(c(Colour::AccentSoft));
    setUnmatchedBraceForegroundColor(c(Colour::Danger));
    setUnmatchedBraceBackgroundColor(c(Colour::Surface));
    setMarkerForegroundColor(c(Colour::Danger), findingMark);
    setMarkerBackgroundColor(c(Colour::Danger), findingMark);
    applyMargins();
}

void CodeView::applyMargins()
{
    const qsizetype digits = std::max<qsizetype>(2, QString::number(lines()).size());
    setMarginLineNumbers(numberMargin, true);
    setMarginWidth(numberMargin, QString(digits + 1, u'9'));
    setMarginWidth(markMargin, m_theme.space(Space::S));
    setMarginSensitivity(markMargin, false);
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    if (mayBeginDrag(*event))
        SendScintilla(SCI_SETEMPTYSELECTION, SendScintilla(SCI_GETCURRENTPOS));
    QsciScintilla::mousePressEvent(event);
}

bool CodeView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.key() == Qt::Key_Escape || isSubmit(key)) {
            event->ignore();
            return false;
        }
    }
    return QsciScintilla::event(event);
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (isSubmit(*event))
        Q_EMIT submitted();
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QsciScintilla::keyPressEvent(event);
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    if (m_placeholder.isEmpty() || length() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(FontRole::Mono));
    painter.setPen(m_theme.colour(Colour::TextMuted));
    const int left = marginWidth(numberMargin) + marginWidth(markMargin) + marginWidth(foldMargin) + 4;
    painter.drawText(viewport()->rect().adjusted(left, 1, -4, 0), Qt::TextWordWrap, m_placeholder);
}

bool CodeView::focusNextPrevChild(bool next)
{
    // Scintilla's own would keep the focus, for it takes Tab as text.
    return QAbstractScrollArea::focusNextPrevChild(next); // NOLINT(bugprone-parent-virtual-call)
}

} // namespace acx
