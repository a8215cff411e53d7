// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/text_page.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/large_text_view.h"
#include "ui/explorer/source_view.h"
#include "ui/widgets/controls.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestPlain = 256LL * 1024; // bytes

SourceLanguage languageOf(BodyKind kind, bool isJson)
{
    switch (kind) {
    case BodyKind::Json:
        return isJson ? SourceLanguage::Json : SourceLanguage::Plain;
    case BodyKind::Xml:
        return SourceLanguage::Xml;
    case BodyKind::Yaml:
        return SourceLanguage::Yaml;
    case BodyKind::Html:
        return SourceLanguage::Html;
    default:
        return SourceLanguage::Plain;
    }
}

} // namespace

TextPage::TextPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_views(new QStackedWidget(this))
    , m_source(new SourceView(theme, m_views))
    , m_large(new LargeTextView(theme, m_views))
{
    setObjectName(u"answerBody"_s);
    setAccessibleName(tr("Body of the answer"));
    m_source->setObjectName(u"answerSource"_s);
    m_source->setAccessibleName(tr("Text of the answer"));
    m_large->setObjectName(u"answerLargeText"_s);
    m_large->setAccessibleName(tr("Text of the answer"));
    m_views->addWidget(m_source);
    m_views->addWidget(m_large);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildLine());
    layout->addWidget(m_views, 1);
    connect(m_source, &SourceView::urlClicked, this, &TextPage::urlClicked);
    connect(m_large, &LargeTextView::copyRefused, this, &TextPage::copyRefused);
}

TextPage::~TextPage()
{
    stop();
}

QWidget *TextPage::buildLine()
{
    auto *line = new QWidget(this);
    m_switches = new QWidget(line);
    auto *group = new QButtonGroup(this);
    const auto addSwitch = [&](const QString &text, const QString &name) {
        QPushButton *button = makeButton(text, ButtonKind::Switch, m_switches);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setMinimumWidth(button->sizeHint().width() + Theme::space(Space::M)); // it is bold when checked
        group->addButton(button);
        return button;
    };
    m_prettySwitch = addSwitch(tr("Pretty"), u"textPretty"_s);
    m_prettySwitch->setAccessibleName(tr("Text laid out for reading"));
    m_receivedSwitch = addSwitch(tr("As received"), u"textReceived"_s);
    m_receivedSwitch->setAccessibleName(tr("Text as received"));
    m_switches->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *switches = new QHBoxLayout(m_switches);
    switches->setContentsMargins(0, 0, 0, 0);
    switches->setSpacing(Theme::space(Space::Xs));
    switches->addWidget(m_prettySwitch);
    switches->addWidget(m_receivedSwitch);
    m_note = makeParagraph({}, LabelKind::SmallMuted, line);
    m_note->setObjectName(u"bodyNote"_s);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(Theme::space(Space::M), Theme::space(Space::Xs), Theme::space(Space::M),
                               Theme::space(Space::Xs));
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_switches);
    layout->addWidget(m_note, 1);
    layout->addStretch(0);
    connect(m_prettySwitch, &QPushButton::clicked, this, [this] { setPretty(true); });
    connect(m_receivedSwitch, &QPushButton::clicked, this, [this] { setPretty(false); });
    return line;
}

void TextPage::stop()
{
    if (m_goOn)
        m_goOn->store(false);
    m_goOn.reset();
}

void TextPage::tell(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_note->parentWidget()->setVisible(m_json || !note.isEmpty());
}

void TextPage::clear()
{
    stop();
    m_isDue = false;
    m_body = ResponseBody();
    m_json.reset();
    m_problem.reset();
    m_text.reset();
    m_source->setSource({}, SourceLanguage::Plain);
    m_large->clear();
    m_views->setCurrentWidget(m_source);
    m_switches->hide();
    tell({});
}

void TextPage::setBody(const ResponseBody &body, BodyKind kind, const QByteArray &contentType)
{
    clear();
    m_body = body;
    m_kind = kind;
    m_contentType = contentType;
    m_pretty = false;
    m_isDue = true;
    if (isVisible())
        prepare();
}

void TextPage::setJson(JsonIndexPtr index)
{
    m_json = std::move(index);
    m_switches->show();
    setPretty(true);
}

void TextPage::setProblem(const JsonProblem &problem)
{
    m_problem = problem;
    if (m_text)
        showProblem();
}

void TextPage::setPretty(bool pretty)
{
    (pretty ? m_prettySwitch : m_receivedSwitch)->setChecked(true);
    if (m_pretty == pretty)
        return;
    m_pretty = pretty;
    m_isDue = true;
    if (isVisible())
        prepare();
}

void TextPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    prepare();
}

void TextPage::prepare()
{
    if (!m_isDue)
        return;
    stop();
    m_isDue = false;
    m_text.reset();
    tell(tr("Making the text ready …"));
    m_goOn = std::make_shared<std::atomic_bool>(true);
    const TextOrder order{m_body, m_contentType, m_pretty ? m_json : JsonIndexPtr()};
    deliver(inBackground<PreparedText>(
                [order, goOn = m_goOn] { return prepareText(order, [goOn] { return goOn->load(); }); }),
            this, [this, goOn = m_goOn](const Result<PreparedText> &text) {
                if (goOn == m_goOn)
                    take(text);
            });
}

void TextPage::take(const Result<PreparedText> &text)
{
    m_goOn.reset();
    if (!text) {
        tell(text.error().message());
        return;
    }
    m_text = *text;
    tell({});
    if (text->isSmall) {
        m_source->setSource(text->body.view().value_or(QByteArrayView()), languageOf(m_kind, m_json != nullptr));
        m_large->clear();
        m_views->setCurrentWidget(m_source);
    } else {
        m_large->setText(text->body, text->lines);
        m_source->setSource({}, SourceLanguage::Plain);
        m_views->setCurrentWidget(m_large);
    }
    if (m_problem)
        showProblem();
    Q_EMIT textChanged();
}

void TextPage::showProblem()
{
    tell(tr("Not valid JSON: line %1, column %2, %3. Shown as received.")
             .arg(m_problem->line)
             .arg(m_problem->column)
             .arg(m_problem->reason));
    goTo(m_problem->offset, m_problem->offset < m_body.size() ? 1 : 0);
}

QString TextPage::plainText() const
{
    return m_text ? withVisibleControls(QString::fromUtf8(m_text->body.head(largestPlain))) : QString();
}

void TextPage::goTo(qint64 offset, qint64 length)
{
    if (m_text && m_text->isSmall)
        m_source->goTo(offset, length);
    else if (m_text)
        m_large->goTo(offset, length);
}

void TextPage::setHits(const TextHitsPtr &hits)
{
    if (m_text && m_text->isSmall)
        m_source->setHits(hits);
    else
        m_large->setHits(hits);
}

} // namespace acx
