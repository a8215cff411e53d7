// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_code.h"

#include "app/base/deliver.h"
#include "app/tokens/token_broker.h"
#include "ui/session.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/no_drags.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/tool_tip.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr auto shownFor = 15s;

/// Stands where the token is, as long as it is hidden.
Secret dots()
{
    return Secret::fromText(QString(12, u'•'));
}

/// Code names secrets without holding them.
void copyWithoutSecrets(SnippetLanguage language, SnippetToken source, const SnippetRequest &request)
{
    QGuiApplication::clipboard()->setMimeData(ClipboardGuard::plainMimeData(makeSnippet(language, source, request)));
}

} // namespace

RequestCode::RequestCode(const AppServices &services, Source source, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_source(std::move(source))
    , m_request(fail(Error()))
    , m_text(new QPlainTextEdit(this))
    , m_problem(makeParagraph({}, LabelKind::Muted, this))
{
    setObjectName(u"requestCode"_s);
    m_text->setObjectName(u"codeText"_s);
    m_text->setAccessibleName(tr("Request as code"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setProperty("mono", true);
    preventDrags(*m_text);
    m_problem->setObjectName(u"codeProblem"_s);
    m_problem->setAlignment(Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space(Space::M), 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    buildBar();
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problem, 1);
    m_leftOut = makeParagraph({}, LabelKind::SmallMuted, this);
    m_leftOut->setObjectName(u"codeLeftOut"_s);
    layout->addWidget(m_leftOut);
    buildFoot();
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(shownFor);
    connect(&m_hideAgain, &QTimer::timeout, this, &RequestCode::hideToken);
}

void RequestCode::buildBar()
{
    m_language = new QComboBox(this);
    m_language->setObjectName(u"codeLanguage"_s);
    m_language->setAccessibleName(tr("Language"));
    for (const SnippetLanguage language : snippetLanguages())
        m_language->addItem(displayName(language), static_cast<int>(language));
    m_token = new QComboBox(this);
    m_token->setObjectName(u"codeToken"_s);
    m_token->setAccessibleName(tr("Where the code takes the token from"));
    m_token->addItem(tr("Token from acx"), static_cast<int>(SnippetToken::Command));
    m_token->addItem(tr("Token from the environment"), static_cast<int>(SnippetToken::Environment));
    m_token->addItem(tr("The token itself (secret)"), static_cast<int>(SnippetToken::Literal));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Theme::space(Space::S));
    for (QComboBox *box : {m_language, m_token}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        bar->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &RequestCode::hideToken);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
}

void RequestCode::buildFoot()
{
    m_secret = makeTag(tr("secret"), TagKind::Warning, this);
    m_secret->setObjectName(u"codeSecret"_s);
    m_secret->setToolTip(tr("Whoever has this text can act for you until the token expires."));
    m_note = makeLabel({}, LabelKind::SmallMuted, this);
    m_note->setObjectName(u"codeNote"_s);
    m_reveal = makeButton(tr("Reveal"), ButtonKind::Normal, this);
    m_reveal->setObjectName(u"codeReveal"_s);
    m_copy = makeButton(tr("Copy"), ButtonKind::Normal, this);
    m_copy->setObjectName(u"codeCopy"_s);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Theme::space(Space::S));
    foot->addWidget(m_secret);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_reveal);
    foot->addWidget(m_copy);
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
    connect(m_reveal, &QPushButton::clicked, this, [this] { m_revealed ? hideToken() : reveal(); });
    connect(m_copy, &QPushButton::clicked, this, &RequestCode::copy);
}

SnippetLanguage RequestCode::language() const
{
    return static_cast<SnippetLanguage>(m_language->currentData().toInt());
}

SnippetToken RequestCode::tokenSource() const
{
    return static_cast<SnippetToken>(m_token->currentData().toInt());
}

QList<Secret> RequestCode::known() const
{
    QList<Secret> values = m_services.clipboard.known();
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
        if (const std::optional<Token> token = m_services.broker.state(m_services.session.need(kind)).token)
            values.append(token->value);
    }
    return values;
}

bool RequestCode::needsToken() const
{
    // acx finds its token itself.
    return tokenSource() == SnippetToken::Literal && language() != SnippetLanguage::Acx && m_request &&
           m_request->withToken;
}

bool RequestCode::isSecret() const
{
    return needsToken() || (tokenSource() == SnippetToken::Literal && m_hidesTyped);
}

void RequestCode::refresh()
{
    if (!isVisible())
        return;
    hideToken();
}

void RequestCode::hideToken()
{
    ++m_generation;
    m_hideAgain.stop();
    m_revealed = false;
    showText();
}

void RequestCode::showText()
{
    m_request = m_source();
    Snippet shown;
    if (m_request) {
        m_request->known = known();
        shown = writeSnippet(language(), tokenSource(), *m_request, dots(),
                             tokenSource() == SnippetToken::Literal ? SnippetTyped::Dots : SnippetTyped::Variables);
        m_text->setPlainText(shown.text);
    } else {
        m_problem->setText(m_request.error().message());
    }
    m_hidesTyped = shown.hidesTyped;
    m_note->clear();
    m_text->setVisible(m_request.has_value());
    m_problem->setVisible(!m_request);
    m_copy->setEnabled(m_request.has_value());
    m_secret->setVisible(isSecret());
    m_reveal->setVisible(isSecret());
    m_reveal->setText(tr("Reveal"));
    m_leftOut->setVisible(isSecret() || m_hidesTyped);
    m_leftOut->setText(isSecret() ? tr("Whoever has the copied code can act for you: it holds real values. After one "
                                       "copy they are left out again.")
                                  : tr("Secret values are left out. The comments tell which variables to set."));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void RequestCode::tellProblem(const Error &error)
{
    m_note->setText(error.sentence);
    m_note->setToolTip(plainToolTip(error.message()));
}

void RequestCode::withToken(std::function<void(const Token &)> use)
{
    const quint64 generation = ++m_generation;
    if (!needsToken()) {
        use({});
        return;
    }
    const TokenKind kind = m_request->kind.value_or(m_services.session.usualTokenKind());
    deliver(m_services.broker.token(m_services.session.need(kind)), this,
            [this, generation, use = std::move(use)](const Result<Token> &token) {
                if (generation != m_generation || !m_request)
                    return;
                if (token)
                    use(*token);
                else
                    tellProblem(token.error());
            });
}

QString RequestCode::secretText(const Token &token) const
{
    return writeSnippet(language(), tokenSource(), *m_request, token.value, SnippetTyped::AsTyped).text;
}

void RequestCode::reveal()
{
    withToken([this](const Token &token) {
        m_revealed = true;
        m_reveal->setText(tr("Hide"));
        // Nothing of it can be selected, so that it reaches neither the clipboard nor the primary selection.
        m_text->setTextInteractionFlags(Qt::NoTextInteraction);
        m_text->setPlainText(secretText(token));
        m_hideAgain.start();
    });
}

void RequestCode::copy()
{
    if (!m_request)
        return;
    if (!isSecret()) {
        m_request->known = known();
        copyWithoutSecrets(language(), tokenSource(), *m_request);
        leaveSecretsOut();
        m_note->setText(tr("Copied."));
        return;
    }
    withToken([this](const Token &token) {
        QString text = secretText(token);
        const bool holdsToken = needsToken();
        m_services.clipboard.copy(Secret::fromText(text),
                                  holdsToken ? tr("Code with a token") : tr("Code with a secret"), token.expiresAt);
        text.fill(u'•');
        leaveSecretsOut();
        m_note->setText(holdsToken ? tr("Copied, with the token.") : tr("Copied, with the secret values."));
    });
}

/// Whoever wants the real values again has to choose them again, and is warned again.
void RequestCode::leaveSecretsOut()
{
    if (tokenSource() == SnippetToken::Literal)
        m_token->setCurrentIndex(m_token->findData(static_cast<int>(SnippetToken::Command)));
}

void RequestCode::copyAs(SnippetLanguage language)
{
    Result<SnippetRequest> request = m_source();
    if (!request)
        return;
    request->known = known();
    copyWithoutSecrets(language, SnippetToken::Command, *request);
}

void RequestCode::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    hideToken();
}

void RequestCode::hideEvent(QHideEvent *event)
{
    ++m_generation;
    m_hideAgain.stop();
    m_revealed = false;
    m_text->clear();
    QWidget::hideEvent(event);
}

void RequestCode::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_revealed)
        hideToken();
    QWidget::changeEvent(event);
}

} // namespace acx
