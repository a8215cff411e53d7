// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/source_view.h"

#include "app/base/visible_text.h"
#include "ui/widgets/no_drags.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int sourceNumberMargin = 0;
constexpr int symbolMargin = 1;
constexpr int sourceFoldMargin = 2;
constexpr int sourceFoldWidth = 14; // pixels
constexpr int hitIndicator = 8;     // the first ones belong to lexers
constexpr int currentIndicator = 9;
constexpr int urlIndicator = 10;
constexpr qsizetype longestUrl = 8'000; // bytes
constexpr qsizetype mostMarked = 10'000;
constexpr int opaque = 255;

/// Bytes of the URL at the start of `text`, 0 if there is none. It ends where JSON, XML and prose end one.
qsizetype urlLength(QByteArrayView text)
{
    if (!text.startsWith("http://") && !text.startsWith("https://"))
        return 0;
    constexpr QByteArrayView ends(" \t\r\n\"'<>\\`{}|^");
    constexpr QByteArrayView trailing(".,;:!?)]");
    qsizetype length = 0;
    while (length < text.size() && length < longestUrl && !ends.contains(text[length]))
        ++length;
    while (length > 0 && trailing.contains(text[length - 1]))
        --length;
    return length;
}

} // namespace

SourceView::SourceView(const Theme &theme, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
{
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setWrapMode(WrapNone);
    setCaretLineVisible(false);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setTabWidth(4);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    buildMargins();
    nameControlCharacters();
    indicatorDefine(FullBoxIndicator, hitIndicator);
    indicatorDefine(BoxIndicator, currentIndicator);
    indicatorDefine(PlainIndicator, urlIndicator);
    setIndicatorDrawUnder(true, hitIndicator);
    // Scintilla tells of keys that were held only when the button goes down.
    connect(this, &QsciScintilla::indicatorClicked, this,
            [this](int, int, Qt::KeyboardModifiers modifiers) { m_pressedWith = modifiers; });
    connect(this, &QsciScintilla::indicatorReleased, this, &SourceView::onIndicatorReleased);
    applyTheme();
    connect(&theme, &Theme::changed, this, &SourceView::applyTheme);
}

void SourceView::buildMargins()
{
    setMarginLineNumbers(sourceNumberMargin, true);
    setMarginWidth(symbolMargin, 0);
    showFolding(*this, sourceFoldMargin, sourceFoldWidth);
}

/// As in withVisibleControls(): nothing of an answer may change how the text around it is painted.
void SourceView::nameControlCharacters()
{
    constexpr std::pair<char32_t, char32_t> ranges[] = {
        {0x00AD, 0x00AD}, {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200F},   {0x2028, 0x202E},
        {0x2060, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F}};
    for (const auto &[first, last] : ranges) {
        for (char32_t value = first; value <= last; ++value) {
            const QByteArray utf8 = QString::fromUcs4(&value, 1).toUtf8();
            const QByteArray name = "U+" + QByteArray::number(uint(value), 16).rightJustified(4, '0').toUpper();
            SendScintilla(SCI_SETREPRESENTATION, reinterpret_cast<uintptr_t>(utf8.constData()), name.constData());
        }
    }
}

void SourceView::applyTheme()
{
    applySourceTheme(*this, m_language, m_theme);
    setIndicatorForegroundColor(m_theme.colour(Colour::WarningSoft), hitIndicator);
    setIndicatorOutlineColor(m_theme.colour(Colour::WarningSoft), hitIndicator);
    SendScintilla(SCI_INDICSETALPHA, static_cast<unsigned long>(hitIndicator), opaque);
    setIndicatorForegroundColor(m_theme.colour(Colour::Warning), currentIndicator);
    setIndicatorForegroundColor(m_theme.colour(Colour::Accent), urlIndicator);
}

void SourceView::setSource(QByteArrayView utf8, SourceLanguage language)
{
    if (m_language != language) {
        m_language = language;
        applyTheme();
    }
    setReadOnly(false);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(utf8.size()), utf8.data());
    setReadOnly(true);
    markUrls(utf8);
    setScrollWidth(1);
    setMarginWidth(sourceNumberMargin, u"0%1"_s.arg(lines()));
    SendScintilla(SCI_GOTOPOS, 0UL);
    SendScintilla(SCI_SETXOFFSET, 0UL);
}

void SourceView::goTo(qint64 offset, qint64 length)
{
    const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(offset));
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(line));
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(offset), static_cast<long>(offset + length));
    SendScintilla(SCI_SCROLLCARET);
}

void SourceView::markRange(int indicator, qint64 offset, qint64 length)
{
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(offset), static_cast<long>(length));
}

void SourceView::markUrls(QByteArrayView utf8)
{
    qsizetype marked = 0;
    qsizetype at = utf8.indexOf("http");
    for (; at >= 0 && marked < mostMarked; at = utf8.indexOf("http", at + 1)) {
        if (const qsizetype length = urlLength(utf8.sliced(at)); length > 0) {
            markRange(urlIndicator, at, length);
            at += length - 1;
            ++marked;
        }
    }
}

void SourceView::onIndicatorReleased(int line, int index)
{
    const long place = positionFromLineIndex(line, index);
    const auto ask = [this, place](unsigned int message) {
        return SendScintilla(message, static_cast<unsigned long>(urlIndicator), place);
    };
    if (ask(SCI_INDICATORVALUEAT) == 0 || hasSelectedText()) // text was selected, from or to here
        return;
    const QString url = text(int(ask(SCI_INDICATORSTART)), int(ask(SCI_INDICATOREND)));
    Q_EMIT urlClicked(url, m_pressedWith.testFlag(Qt::ControlModifier));
}

void SourceView::setHits(const TextHitsPtr &hits)
{
    for (const int indicator : {hitIndicator, currentIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
    }
    if (!hits)
        return;
    qsizetype marked = 0;
    for (const qint64 offset : hits->offsets) {
        if (++marked > mostMarked)
            break;
        markRange(hitIndicator, offset, hits->length);
    }
    if (hits->current >= 0)
        markRange(currentIndicator, hits->current, hits->length);
}

void SourceView::mousePressEvent(QMouseEvent *event)
{
    if (mayBeginDrag(*event))
        SendScintilla(SCI_SETEMPTYSELECTION, SendScintilla(SCI_GETCURRENTPOS));
    QsciScintilla::mousePressEvent(event);
}

bool SourceView::event(QEvent *event)
{
    // Scintilla claims keys for editing that here belong to the window (Ctrl+T, Ctrl+L, Ctrl+Enter, Esc).
    if (event->type() == QEvent::ShortcutOverride) {
        event->ignore();
        return false;
    }
    return QsciScintilla::event(event);
}

void SourceView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"));
    copyAction->setEnabled(hasSelectedText());
    connect(copyAction, &QAction::triggered, this, &QsciScintilla::copy);
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this, [this] { selectAll(true); });
    menu->popup(event->globalPos());
}

} // namespace acx
