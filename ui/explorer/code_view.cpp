// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/code_view.h"

#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int numberMargin = 0;
constexpr int markMargin = 1;
constexpr int foldMargin = 2;
constexpr int findingMark = 1; // number of the marker

struct Tint
{
    int style;
    Colour colour;
};

const QList<Tint> &tintsOf(CodeLanguage language)
{
    static const QList<Tint> json{
        {QsciLexerJSON::Property, Colour::Accent},      {QsciLexerJSON::String, Colour::Success},
        {QsciLexerJSON::IRI, Colour::Success},          {QsciLexerJSON::IRICompact, Colour::Success},
        {QsciLexerJSON::EscapeSequence, Colour::Patch}, {QsciLexerJSON::Number, Colour::Patch},
        {QsciLexerJSON::Keyword, Colour::Warning},      {QsciLexerJSON::KeywordLD, Colour::Accent},
        {QsciLexerJSON::Operator, Colour::TextMuted},   {QsciLexerJSON::UnclosedString, Colour::Danger},
        {QsciLexerJSON::Error, Colour::Danger}};
    static const QList<Tint> xml{{QsciLexerXML::Tag, Colour::Accent},
                                 {QsciLexerXML::UnknownTag, Colour::Accent},
                                 {QsciLexerXML::XMLTagEnd, Colour::Accent},
                                 {QsciLexerXML::XMLStart, Colour::Accent},
                                 {QsciLexerXML::XMLEnd, Colour::Accent},
                                 {QsciLexerXML::Attribute, Colour::Patch},
                                 {QsciLexerXML::UnknownAttribute, Colour::Patch},
                                 {QsciLexerXML::HTMLDoubleQuotedString, Colour::Success},
                                 {QsciLexerXML::HTMLSingleQuotedString, Colour::Success},
                                 {QsciLexerXML::HTMLComment, Colour::TextMuted},
                                 {QsciLexerXML::CDATA, Colour::Success},
                                 {QsciLexerXML::Entity, Colour::Warning}};
    static const QList<Tint> yaml{{QsciLexerYAML::Identifier, Colour::Accent},
                                  {QsciLexerYAML::Keyword, Colour::Warning},
                                  {QsciLexerYAML::Number, Colour::Patch},
                                  {QsciLexerYAML::Comment, Colour::TextMuted},
                                  {QsciLexerYAML::Reference, Colour::Patch},
                                  {QsciLexerYAML::Operator, Colour::TextMuted},
                                  {QsciLexerYAML::SyntaxErrorMarker, Colour::Danger},
                                  {QsciLexerYAML::TextBlockMarker, Colour::Success},
                                  {QsciLexerYAML::DocumentDelimiter, Colour::TextMuted}};
    static const QList<Tint> plain;
    switch (language) {
    case CodeLanguage::Json:
        return json;
    case CodeLanguage::Xml:
        return xml;
    case CodeLanguage::Yaml:
        return yaml;
    case CodeLanguage::Plain:
        break;
    }
    return plain;
}

QsciLexer *makeLexer(CodeLanguage language, QObject *parent)
{
    switch (language) {
    case CodeLanguage::Json:
        return new QsciLexerJSON(parent);
    case CodeLanguage::Xml:
        return new QsciLexerXML(parent);
    case CodeLanguage::Yaml:
        return new QsciLexerYAML(parent);
    case CodeLanguage::Plain:
        break;
    }
    return nullptr;
}

int foldSymbol(int mark)
{
    switch (mark) {
    case QsciScintilla::SC_MARKNUM_FOLDER:
    case QsciScintilla::SC_MARKNUM_FOLDEREND:
        return QsciScintilla::SC_MARK_ARROW;
    case QsciScintilla::SC_MARKNUM_FOLDEROPEN:
    case QsciScintilla::SC_MARKNUM_FOLDEROPENMID:
        return QsciScintilla::SC_MARK_ARROWDOWN;
    default:
        return QsciScintilla::SC_MARK_EMPTY;
    }
}

/// The editor reads point sizes only.
QFont inPoints(QFont font)
{
    font.setPointSizeF(QFontInfo(font).pointSizeF());
    return font;
}

bool isSubmit(const QKeyEvent &key)
{
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return enter && key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

CodeLanguage codeLanguageOf(const QString &mediaType)
{
    const QString type = mediaType.section(u';', 0, 0).trimmed().toLower();
    if (type.endsWith("json"_L1))
        return CodeLanguage::Json;
    if (type.endsWith("xml"_L1))
        return CodeLanguage::Xml;
    return type.endsWith("yaml"_L1) || type.endsWith("yml"_L1) ? CodeLanguage::Yaml : CodeLanguage::Plain;
}

CodeView::CodeView(const Theme &theme, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
{
    setProperty("code", true);
    setUtf8(true);
    setEolMode(QsciScintilla::EolUnix);
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setTabWidth(4);
    setAutoIndent(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    markerDefine(QsciScintilla::Circle, findingMark);
    connect(&theme, &Theme::changed, this, &CodeView::applyTheme);
    connect(this, &QsciScintilla::linesChanged, this, &CodeView::applyMargins);
    applyTheme();
}

void CodeView::setPlainText(const QString &plainText)
{
    setText(QString(plainText).replace("\r\n"_L1, "\n"_L1));
}

void CodeView::replaceText(const QString &plainText)
{
    const QByteArray bytes = QString(plainText).replace("\r\n"_L1, "\n"_L1).toUtf8();
    beginUndoAction();
    SendScintilla(SCI_TARGETWHOLEDOCUMENT);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(bytes.size()), bytes.constData());
    endUndoAction();
    setCursorPosition(0, 0);
}

void CodeView::setLanguage(CodeLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    QsciLexer *old = lexer();
    setLexer(makeLexer(language, this));
    delete old;
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

void CodeView::applyLexer()
{
    QsciLexer *own = lexer();
    if (!own)
        return;
    const QFont font = inPoints(m_theme.font(FontRole::Mono));
    own->setDefaultFont(font);
    own->setDefaultPaper(m_theme.colour(Colour::Surface));
    own->setDefaultColor(m_theme.colour(Colour::Text));
    own->setFont(font);
    own->setPaper(m_theme.colour(Colour::Surface));
    own->setColor(m_theme.colour(Colour::Text));
    own->setEolFill(false);
    for (const Tint &tint : tintsOf(m_language))
        own->setColor(m_theme.colour(tint.colour), tint.style);
}

void CodeView::applyTheme()
{
    const auto c = [this](Colour colour) { return m_theme.colour(colour); };
    setFont(inPoints(m_theme.font(FontRole::Mono)));
    setColor(c(Colour::Text));
    setPaper(c(Colour::Surface));
    applyLexer();
    setCaretForegroundColor(c(Colour::Text));
    setSelectionBackgroundColor(c(Colour::AccentSoft));
    resetSelectionForegroundColor();
    setMatchedBraceForegroundColor(c(Colour::Accent));
    setMatchedBraceBackgroundColor(c(Colour::AccentSoft));
    setUnmatchedBraceForegroundColor(c(Colour::Danger));
    setUnmatchedBraceBackgroundColor(c(Colour::Surface));
    setMarginsFont(inPoints(m_theme.font(FontRole::MonoSmall)));
    setMarginsForegroundColor(c(Colour::TextMuted));
    setMarginsBackgroundColor(c(Colour::Surface));
    setMarkerForegroundColor(c(Colour::Danger), findingMark);
    setMarkerBackgroundColor(c(Colour::Danger), findingMark);
    setFolding(m_language == CodeLanguage::Plain ? QsciScintilla::NoFoldStyle : QsciScintilla::PlainFoldStyle,
               foldMargin);
    setFoldMarginColors(c(Colour::Surface), c(Colour::Surface));
    // From the end of a fold to its open beginning.
    for (int mark = int(SC_MARKNUM_FOLDEREND); mark <= int(SC_MARKNUM_FOLDEROPEN); ++mark) {
        SendScintilla(SCI_MARKERDEFINE, mark, foldSymbol(mark));
        setMarkerForegroundColor(c(Colour::TextMuted), mark);
        setMarkerBackgroundColor(c(Colour::TextMuted), mark);
    }
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
    return QAbstractScrollArea::focusNextPrevChild(next);
}

} // namespace acx
