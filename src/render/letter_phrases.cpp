#include "render/letter_phrases.h"

#include "render/phrases.h"

namespace longread {
namespace {

// One line a language, in the order of Language; phrases in the order of LetterPhrase, a bar behind each.
constexpr std::string_view phrase_table[] = {
    "Newsletters|Sending …|You are subscribed. Thank you!|Thank you. Please check your mail.|You are already "
    "subscribed.|That did not work. Please try again.|You are offline. It will be sent "
    "later.|Please enter an email address.|",
    "Boletines|Enviando …|Suscripción hecha. ¡Gracias!|Gracias. Revisa tu correo.|Ya tienes una "
    "suscripción.|No ha funcionado. Inténtalo de nuevo.|Sin conexión. Se enviará más tarde.|Escribe un "
    "correo "
    "electrónico.|",
    "Newsletters|Envoi …|Inscription faite. Merci !|Merci. Consultez vos e-mails.|Vous êtes déjà "
    "inscrit.|Échec de l’envoi. Réessayez.|Hors ligne. L’envoi se fera plus tard.|Saisissez une adresse "
    "e-mail.|",
    "Newsletter|Wird gesendet …|Sie sind angemeldet. Danke!|Danke. Bitte sehen Sie in Ihre Mails.|Sie sind "
    "schon angemeldet.|Das ging nicht. Bitte noch einmal versuchen.|Offline. Es wird später gesendet.|Bitte "
    "eine E-Mail-Adresse eingeben.|",
    "النشرات|جارٍ الإرسال …|تم الاشتراك. شكرًا!|شكرًا. تحقق من بريدك.|أنت مشترك بالفعل.|لم ينجح ذلك. حاول مرة "
    "أخرى.|أنت غير متصل. سيُرسل لاحقًا.|أدخل بريدًا إلكترونيًا.|",
    "ニュースレター|送信中…|登録しました。ありがとうございます。|"
    "ありがとうございます。メールをご確認ください。|"
    "すでに登録済みです。|送信できませんでした。もう一度お試しください。|オフラインです。後で送信します。|"
    "メールアドレスを入力してください。|",
};

}  // namespace

std::string_view phrase(LetterPhrase phrase, Language language) {
    return nth_phrase(phrase_table[static_cast<std::size_t>(language)], static_cast<std::size_t>(phrase));
}

}  // namespace longread
