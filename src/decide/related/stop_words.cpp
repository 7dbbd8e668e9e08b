#include "decide/related/stop_words.h"

namespace longread {
namespace {

// English: the list of Snowball (snowballstem.org, BSD) without single letters, what apostrophes leave of
// "didn't" and "you'll", and verbs that it forgot. The others: those of Snowball's lists that are most
// frequent.
constexpr StopWords lists[] = {
    {"en",
     "me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her "
     "hers herself it its itself they them their theirs themselves what which who whom this that these "
     "those am is are was were be been being have has had having do does did doing an the and but if or "
     "because as until while of at by for with about against between into through during before after "
     "above below to from up down in out on off over under again further then once here there when where "
     "why how all any both each few more most other some such no nor not only own same so than too very "
     "can will just don should now also isn aren wasn weren hasn haven hadn doesn didn won wouldn shouldn "
     "couldn mustn ll ve re would could may might must shall us upon via "},
    {"de",
     "der die das den dem des und in im zu zum zur von vom mit auf für ist sind war nicht ein eine einen "
     "einem einer eines sich auch als an am es er sie wir ich wie aus bei nach um werden wird wurde hat "
     "haben dass daß oder aber noch nur über so vor durch unter bis was man kann ihr sein seine "},
    {"fr",
     "le la les de des du un une et en au aux que qui dans pour par sur pas plus ne se ce ces cette est "
     "sont été il elle ils on nous vous avec son sa ses leur leurs mais ou où comme être avoir ont qu "},
    {"es",
     "el la los las de del un una en que se por con para al lo es su sus no más como pero ha han son fue "
     "este esta ya entre sobre también muy sin "},
    {"it",
     "il lo la le gli un una di del della dei delle dello degli da dal dalla in nel nella che per con su "
     "al alla ai alle non si è sono ha hanno più come ma anche se ed questo questa dell nell all "},
    {"pt",
     "os as um uma de do da dos das em no na nos nas que para por com não se ao mais como mas foi são ser "
     "tem seu sua ou pelo pela é também entre "},
    {"nl",
     "de het een en van in is op te dat die met voor niet zijn aan er ook als bij om door naar uit maar "
     "over hij ze wordt worden werd heeft nog was dan "},
};

}  // namespace

StopLists short_stop_lists() { return {std::begin(lists), std::end(lists)}; }

}  // namespace longread
