// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_panel.h"

#include "app/base/deliver.h"
#include "app/http/redactor.h"
#include "ui/explorer/waterfall_bar.h"
#include "ui/widgets/background.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestCopy = 16 * 1024 * 1024; // bytes

QPlainTextEdit *makeView(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setObjectName(name);
    view->setAccessibleName(accessibleName);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setProperty("mono", true);
    view->setCornerWidget(new QWidget(view));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    return view;
}

TagKind tagOf(const HttpResponse &response)
{
    if (response.problem || response.status >= 400)
        return TagKind::Danger;
    return response.status >= 300 ? TagKind::Warning : TagKind::Success;
}

QString headerText(const HttpResponse &response)
{
    QString text;
    for (const HttpHeader &header : Redactor().headers(response.headers)) {
        text += withVisibleControls(QString::fromLatin1(header.name)) + ": "_L1 +
                withVisibleControls(QString::fromUtf8(header.value)) + u'\n';
    }
    return text;
}

QString timingText(const HttpResponse &response)
{
    QString text;
    for (const TimingPhase &phase : timingPhases(response.timing))
        text += phase.name.leftJustified(16) + durationText(phase.milliseconds).rightJustified(10) + u'\n';
    text += u'\n' + AnswerPanel::tr("total").leftJustified(16) +
            durationText(response.timing.finishedMs).rightJustified(10) + u'\n';
    return text;
}

} // namespace

AnswerPanel::AnswerPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_empty(makeParagraph({}, LabelKind::Muted, this))
    , m_filled(new QWidget(this))
    , m_notice(new InlineNotice(theme, u"answerNotice"_s, this))
    , m_problem(new InlineNotice(theme, u"answerProblem"_s, this))
    , m_error(new InlineNotice(theme, u"answerError"_s, this))
{
    m_empty->setObjectName(u"answerEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L), 0);
    notices->setSpacing(Theme::space(Space::S));
    notices->addWidget(m_error);
    notices->addWidget(m_problem);
    notices->addWidget(m_notice);
    auto *filled = new QVBoxLayout(m_filled);
    filled->setContentsMargins(0, 0, 0, 0);
    filled->setSpacing(Theme::space(Space::S));
    filled->addWidget(buildHead());
    filled->addWidget(buildTabs(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(notices);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_filled, 1);
    reset();
}

QWidget *AnswerPanel::buildHead()
{
    auto *head = new QWidget(m_filled);
    m_status = makeTag({}, TagKind::Neutral, head);
    m_status->setObjectName(u"answerStatus"_s);
    m_time = makeLabel({}, LabelKind::Mono, head);
    m_time->setObjectName(u"answerTime"_s);
    m_size = makeLabel({}, LabelKind::Mono, head);
    m_size->setObjectName(u"answerSize"_s);
    m_copy = makeButton(tr("Copy"), ButtonKind::Quiet, head);
    m_copy->setObjectName(u"copyBody"_s);
    m_copy->setAccessibleName(tr("Copy the body"));
    m_save = makeButton(tr("Save…"), ButtonKind::Quiet, head);
    m_save->setObjectName(u"saveBody"_s);
    m_save->setAccessibleName(tr("Save the body to a file"));
    m_waterfall = new WaterfallBar(m_theme, head);
    m_waterfall->setObjectName(u"waterfall"_s);
    const auto drawIcon = [this] { m_copy->setIcon(m_theme.icon(u"copy"_s, Colour::Accent)); };
    drawIcon();
    connect(&m_theme, &Theme::changed, m_copy, drawIcon);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::M));
    line->addWidget(m_status);
    line->addWidget(m_time);
    line->addWidget(m_size);
    line->addStretch(1);
    line->addWidget(m_copy);
    line->addWidget(m_save);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::S), Theme::space(Space::L), 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(line);
    layout->addWidget(m_waterfall);
    connect(m_copy, &QPushButton::clicked, this, &AnswerPanel::copyBody);
    connect(m_save, &QPushButton::clicked, this, &AnswerPanel::saveWanted);
    return head;
}

QWidget *AnswerPanel::buildTabs()
{
    m_tabs = new QTabWidget(m_filled);
    m_tabs->setObjectName(u"answerTabs"_s);
    m_tabs->setDocumentMode(true);
    auto *bodyPage = new QWidget(m_tabs);
    m_body = makeView(u"answerBody"_s, tr("Body of the answer"), bodyPage);
    m_bodyNote = makeParagraph({}, LabelKind::SmallMuted, bodyPage);
    m_bodyNote->setObjectName(u"bodyNote"_s);
    m_bodyNote->setContentsMargins(Theme::space(Space::L), Theme::space(Space::S), Theme::space(Space::L),
                                   Theme::space(Space::S));
    auto *bodyLayout = new QVBoxLayout(bodyPage);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(m_bodyNote);
    bodyLayout->addWidget(m_body, 1);
    m_headers = makeView(u"answerHeaders"_s, tr("Headers of the answer"), m_tabs);
    m_timing = makeView(u"answerTiming"_s, tr("Timing of the exchange"), m_tabs);
    m_tabs->addTab(bodyPage, tr("Body"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_timing, tr("Timing"));
    return m_tabs;
}

void AnswerPanel::setFilled(bool filled)
{
    m_filled->setVisible(filled);
    m_empty->setVisible(!filled);
}

void AnswerPanel::reset()
{
    ++m_generation;
    m_exchange.reset();
    m_notice->hide();
    m_problem->hide();
    m_error->hide();
    m_body->clear();
    m_empty->setText(tr("Send a request to see its answer here."));
    setFilled(false);
}

void AnswerPanel::showSending()
{
    reset();
    m_empty->setText(tr("Waiting for the answer …"));
}

void AnswerPanel::showProgress(const HttpProgress &progress)
{
    if (m_exchange)
        return;
    m_empty->setText(progress.expected > 0
                         ? tr("%1 of %2 received …").arg(sizeText(progress.received), sizeText(progress.expected))
                         : tr("%1 received …").arg(sizeText(progress.received)));
}

void AnswerPanel::showExchange(const Exchange &exchange)
{
    reset();
    m_exchange = exchange;
    setFilled(true);
    showSummary(exchange.response);
    showNotices(exchange);
    showBody(exchange.response);
}

void AnswerPanel::showSummary(const HttpResponse &response)
{
    const QString reason = withVisibleControls(QString::fromLatin1(response.reason)).left(60);
    setTag(m_status, u"%1 %2"_s.arg(response.status).arg(reason).trimmed(), tagOf(response));
    m_time->setText(durationText(response.timing.finishedMs));
    m_size->setText(sizeText(response.body.size()));
    m_waterfall->setPhases(timingPhases(response.timing));
    m_headers->setPlainText(headerText(response));
    m_timing->setPlainText(timingText(response));
    m_tabs->setTabText(1, tr("Headers %1").arg(response.headers.size()));
    m_copy->setEnabled(!response.body.isEmpty() && response.body.size() <= largestCopy);
    m_save->setEnabled(!response.body.isEmpty());
}

void AnswerPanel::showNotices(const Exchange &exchange)
{
    QStringList notes;
    if (!exchange.notice.isEmpty())
        notes += exchange.notice;
    if (exchange.tokenRenewed)
        notes += tr("The service refused the token (401), so it was renewed and the request was sent again.");
    if (exchange.response.credentialsDropped)
        notes += tr("A redirect led to another host, so no token went along.");
    if (!notes.isEmpty())
        m_notice->tell(MessageKind::Info, {}, notes.join(u'\n'));
    if (const std::optional<Error> &problem = exchange.response.problem)
        m_problem->tell(*problem);
}

void AnswerPanel::showBody(const HttpResponse &response)
{
    m_bodyNote->setText(tr("Making the body readable …"));
    m_bodyNote->show();
    const QByteArray type = headerValue(response.headers, "Content-Type");
    const auto work = [type, body = response.body]() -> Result<BodyText> { return bodyText(type, body); };
    deliver(inBackground<BodyText>(work), this, [this, generation = m_generation](const Result<BodyText> &text) {
        if (text && generation == m_generation)
            takeBodyText(*text);
    });
}

void AnswerPanel::takeBodyText(const BodyText &text)
{
    m_bodyNote->setText(text.note);
    m_bodyNote->setVisible(!text.note.isEmpty());
    m_body->setPlainText(text.text);
}

void AnswerPanel::showError(const Error &error)
{
    reset();
    if (error.kind == ErrorKind::Cancelled) {
        m_empty->setText(tr("Cancelled. Nothing more is received."));
        return;
    }
    m_empty->clear();
    m_error->tell(error);
}

void AnswerPanel::copyBody()
{
    if (m_exchange)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_exchange->response.body.head(largestCopy)));
}

} // namespace acx
