// Takes the place of cmark's houdini_html_u.c and its table of 2,125 named characters: the same functions
// over one text, in the order of code points. tests/unit/cmark_parts_test.cpp holds them against upstream's
// table.
#include <houdini.h>

#include <string_view>

#include "base/text.h"

namespace {

// A name is that of the next code point after ' ', of the same after '=', of the one N further on after "+N",
// of N itself after "#N". "&N": a second code point follows it.
constexpr std::string_view named_characters =
    "#9Tab NewLine+23excl QUOT=quot num dollar percnt AMP=amp apos lpar rpar ast=midast plus comma"
    "+2period sol+11colon semi LT=lt+0&8402nvlt equals+0&8421bne GT=gt+0&8402nvgt quest commat+27lsqb"
    "=lbrack bsol rsqb=rbrack Hat UnderBar=lowbar DiacriticalGrave=grave+6&106fjlig+21lcub=lbrace"
    " VerticalLine=verbar=vert rcub=rbrace+35NonBreakingSpace=nbsp iexcl cent pound curren yen brvbar"
    " sect die=uml=Dot=DoubleDot COPY=copy ordf laquo not shy REG=circledR=reg macr=strns deg pm=plusmn"
    "=PlusMinus sup2 sup3 DiacriticalAcute=acute micro para CenterDot=middot=centerdot Cedilla=cedil sup1"
    " ordm raquo frac14 frac12=half frac34 iquest Agrave Aacute Acirc Atilde Auml Aring=angst AElig"
    " Ccedil Egrave Eacute Ecirc Euml#204Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde"
    " Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring"
    " aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc"
    " otilde ouml divide=div oslash ugrave uacute ucirc uuml yacute thorn yuml Amacr amacr Abreve abreve"
    " Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr"
    " emacr+3Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil+2Hcirc hcirc"
    " Hstrok hstrok Itilde itilde Imacr imacr+3Iogon iogon Idot imath=inodot IJlig ijlig Jcirc jcirc"
    " Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron#318lcaron Lmidot lmidot Lstrok lstrok"
    " Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr+3Odblac odblac OElig oelig"
    " Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron"
    " Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring"
    " Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron+20fnof"
    "+35imped+64gacute+66jmath+143circ Hacek=caron+17Breve=breve DiacriticalDot=dot ring ogon"
    " DiacriticalTilde=tilde dblac=DiacriticalDoubleAcute+52DownBreve+128Alpha Beta Gamma Delta Epsilon"
    " Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho+2Sigma Tau Upsilon Phi Chi Psi Omega=ohm"
    "#945alpha beta gamma delta epsi=epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
    " varsigma=sigmaf=sigmav sigma tau upsi=upsilon phi chi psi omega+8vartheta=thetasym=thetav upsih"
    "=Upsi+3varphi=straightphi=phiv varpi=piv+6Gammad digamma=gammad+19varkappa=kappav varrho=rhov"
    "+4varepsilon=straightepsilon=epsiv bepsi=backepsilon+11IOcy DJcy GJcy Jukcy DScy Iukcy YIcy Jsercy"
    " LJcy NJcy TSHcy KJcy+2Ubrcy DZcy Acy Bcy Vcy Gcy Dcy IEcy ZHcy Zcy Icy Jcy Kcy Lcy Mcy Ncy Ocy Pcy"
    " Rcy Scy Tcy Ucy Fcy KHcy TScy CHcy SHcy SHCHcy HARDcy Ycy SOFTcy Ecy YUcy YAcy acy bcy vcy gcy dcy"
    " iecy zhcy zcy icy jcy kcy lcy mcy ncy ocy pcy rcy scy tcy ucy fcy khcy tscy chcy shcy shchcy hardcy"
    " ycy softcy ecy yucy#1103yacy+2iocy djcy gjcy jukcy dscy iukcy yicy jsercy ljcy njcy tshcy kjcy"
    "+2ubrcy dzcy+7075ensp emsp emsp13 emsp14+2numsp puncsp ThinSpace=thinsp VeryThinSpace=hairsp"
    " ZeroWidthSpace=NegativeThickSpace=NegativeMediumSpace=NegativeThinSpace=NegativeVeryThinSpace zwnj"
    " zwj lrm rlm dash=hyphen+3ndash mdash horbar Verbar=Vert+2OpenCurlyQuote=lsquo CloseCurlyQuote=rsquo"
    "=rsquor sbquo=lsquor+2OpenCurlyDoubleQuote=ldquo CloseCurlyDoubleQuote=rdquo=rdquor bdquo=ldquor"
    "+2dagger Dagger=ddagger bull=bullet+3nldr hellip=mldr+10permil pertenk prime Prime tprime bprime"
    "=backprime+4lsaquo rsaquo+4oline=OverBar+3caret+2hybull frasl+11bsemi+8qprime+8MediumSpace"
    "+0&8202ThickSpace NoBreak af=ApplyFunction InvisibleTimes=it#8291InvisibleComma=ic+73euro"
    "+47TripleDot=tdot DotDot+38Copf=complexes+3incare+5gscr HilbertSpace=Hscr=hamilt Poincareplane=Hfr"
    " Hopf=quaternions planckh hslash=planck=hbar=plankv imagline=Iscr image=Im=Ifr=imagpart Laplacetrf"
    "=lagran=Lscr ell+2Nopf=naturals numero copysr weierp=wp Popf=primes Qopf=rationals realine=Rscr Re"
    "=real=Rfr=realpart Ropf=reals rx+4TRADE=trade+2Zopf=integers+3mho zeetrf=Zfr iiota+3Bscr=Bernoullis"
    "=bernou Cfr=Cayleys+2escr expectation=Escr Fouriertrf=Fscr+2Mellintrf=Mscr=phmmat orderof=oscr=order"
    " aleph=alefsym beth gimel daleth+13DD=CapitalDifferentialD DifferentialD=dd ExponentialE=ee"
    "=exponentiale ImaginaryI=ii+11frac13 frac23 frac15 frac25 frac35 frac45 frac16 frac56 frac18"
    "#8540frac38 frac58 frac78+50larr=slarr=LeftArrow=ShortLeftArrow=leftarrow uarr=UpArrow=ShortUpArrow"
    "=uparrow rarr=srarr=RightArrow=ShortRightArrow=rightarrow darr=DownArrow=ShortDownArrow=downarrow"
    " harr=LeftRightArrow=leftrightarrow varr=UpDownArrow=updownarrow nwarr=UpperLeftArrow=nwarrow nearr"
    "=UpperRightArrow=nearrow searr=LowerRightArrow=searrow swarr=LowerLeftArrow=swarrow nlarr=nleftarrow"
    " nrarr=nrightarrow+2rightsquigarrow=rarrw+0&824nrarrw Larr=twoheadleftarrow Uarr Rarr"
    "=twoheadrightarrow Darr leftarrowtail=larrtl rightarrowtail=rarrtl mapstoleft=LeftTeeArrow mapstoup"
    "=UpTeeArrow mapsto=map=RightTeeArrow mapstodown=DownTeeArrow+2larrhk=hookleftarrow rarrhk"
    "=hookrightarrow larrlp=looparrowleft#8620rarrlp=looparrowright leftrightsquigarrow=harrw nharr"
    "=nleftrightarrow+2Lsh=lsh Rsh=rsh ldsh rdsh+2crarr cularr=curvearrowleft curarr=curvearrowright"
    "+3olarr=circlearrowleft orarr=circlearrowright leftharpoonup=LeftVector=lharu lhard=leftharpoondown"
    "=DownLeftVector RightUpVector=uharr=upharpoonright uharl=LeftUpVector=upharpoonleft rightharpoonup"
    "=RightVector=rharu rhard=rightharpoondown=DownRightVector RightDownVector=dharr=downharpoonright"
    " dharl=LeftDownVector=downharpoonleft rlarr=rightleftarrows=RightArrowLeftArrow udarr"
    "=UpArrowDownArrow lrarr=leftrightarrows=LeftArrowRightArrow llarr=leftleftarrows uuarr=upuparrows"
    " rrarr=rightrightarrows ddarr=downdownarrows ReverseEquilibrium=lrhar=leftrightharpoons"
    "#8652Equilibrium=rlhar=rightleftharpoons nlArr=nLeftarrow nhArr=nLeftrightarrow nrArr=nRightarrow"
    " lArr=DoubleLeftArrow=Leftarrow uArr=DoubleUpArrow=Uparrow rArr=Implies=DoubleRightArrow=Rightarrow"
    " dArr=DoubleDownArrow=Downarrow iff=hArr=DoubleLeftRightArrow=Leftrightarrow vArr=DoubleUpDownArrow"
    "=Updownarrow nwArr neArr seArr swArr lAarr=Lleftarrow rAarr=Rrightarrow+2zigrarr+7larrb=LeftArrowBar"
    " rarrb=RightArrowBar+16duarr=DownArrowUpArrow+8loarr roarr hoarr ForAll=forall comp=complement"
    " PartialD=part+0&824npart Exists=exist NotExists=nexists=nexist varnothing=emptyset=emptyv=empty"
    "+2nabla=Del in=isin=Element=isinv notinva=notin=NotElement+2ni=SuchThat=ReverseElement=niv notniva"
    "=notni=NotReverseElement#8719prod=Product coprod=Coproduct Sum=sum minus mp=MinusPlus=mnplus plusdo"
    "=dotplus+2Backslash=setmn=ssetmn=setminus=smallsetminus lowast SmallCircle=compfn+2radic=Sqrt"
    "+3Proportional=propto=varpropto=prop=vprop infin angrt angle=ang+0&8402nang angmsd=measuredangle"
    " angsph mid=smid=shortmid=VerticalBar nmid=nsmid=nshortmid=NotVerticalBar parallel=shortparallel"
    "=DoubleVerticalBar=par=spar nparallel=nshortparallel=NotDoubleVerticalBar=npar=nspar and=wedge vee"
    "=or cap+0&65024caps cup+0&65024cups Integral=int Int iiint=tint ContourIntegral=conint=oint"
    " DoubleContourIntegral=Conint Cconint cwint ClockwiseContourIntegral=cwconint"
    " CounterClockwiseContourIntegral=awconint there4=Therefore=therefore Because=because=becaus"
    "#8758ratio Proportion=Colon minusd=dotminus+2mDDot homtht Tilde=sim=thicksim=thksim+0&8402nvsim bsim"
    "=backsim+0&817race ac=mstpos+0&819acE acd VerticalTilde=wreath=wr NotTilde=nsim EqualTilde=esim"
    "=eqsim+0&824NotEqualTilde=nesim sime=TildeEqual=simeq nsime=NotTildeEqual=nsimeq cong=TildeFullEqual"
    " simne ncong=NotTildeFullEqual TildeTilde=ap=thkap=asymp=approx=thickapprox NotTildeTilde=nap"
    "=napprox ape=approxeq apid+0&824napid bcong=backcong CupCap=asympeq+0&8402nvap HumpDownHump=bump"
    "=Bumpeq+0&824NotHumpDownHump=nbump bumpe=HumpEqual=bumpeq+0&824nbumpe=NotHumpEqual DotEqual=doteq"
    "=esdot+0&824nedot eDot=doteqdot fallingdotseq=efDot risingdotseq=erDot colone=Assign=coloneq ecolon"
    "=eqcolon eqcirc=ecir cire=circeq#8793wedgeq veeeq+2trie=triangleq+3questeq=equest ne=NotEqual"
    " Congruent=equiv+0&8421bnequiv NotCongruent=nequiv+2le=leq+0&8402nvle ge=GreaterEqual=geq+0&8402nvge"
    " lE=LessFullEqual=leqq+0&824nlE=nleqq gE=GreaterFullEqual=geqq+0&824ngE=NotGreaterFullEqual=ngeqq"
    " lnE=lneqq+0&65024lvnE=lvertneqq gnE=gneqq+0&65024gvnE=gvertneqq ll=NestedLessLess=Lt"
    "+0&824NotLessLess=nLtv+0&8402nLt gg=NestedGreaterGreater=Gt+0&824NotGreaterGreater=nGtv+0&8402nGt"
    " between=twixt NotCupCap NotLess=nless=nlt NotGreater=ngtr=ngt nle=NotLessEqual=nleq nge"
    "=NotGreaterEqual=ngeq LessTilde=lsim=lesssim GreaterTilde=gsim=gtrsim NotLessTilde=nlsim"
    " NotGreaterTilde=ngsim lg=LessGreater=lessgtr gl=GreaterLess=gtrless ntlg=NotLessGreater#8825ntgl"
    "=NotGreaterLess prec=pr=Precedes succ=sc=Succeeds prcue=PrecedesSlantEqual=preccurlyeq sccue"
    "=SucceedsSlantEqual=succcurlyeq PrecedesTilde=precsim=prsim SucceedsTilde=succsim=scsim"
    "+0&824NotSucceedsTilde nprec=npr=NotPrecedes nsucc=nsc=NotSucceeds sub=subset+0&8402vnsub=NotSubset"
    "=nsubset sup=supset=Superset+0&8402vnsup=nsupset=NotSuperset nsub nsup sube=SubsetEqual=subseteq"
    " supe=SupersetEqual=supseteq nsube=NotSubsetEqual=nsubseteq nsupe=NotSupersetEqual=nsupseteq subne"
    "=subsetneq+0&65024vsubne=varsubsetneq supne=supsetneq+0&65024vsupne=varsupsetneq+2cupdot UnionPlus"
    "=uplus sqsub=SquareSubset=sqsubset+0&824NotSquareSubset sqsup=sqsupset=SquareSuperset"
    "+0&824NotSquareSuperset sqsube=SquareSubsetEqual=sqsubseteq#8850sqsupe=SquareSupersetEqual"
    "=sqsupseteq SquareIntersection=sqcap+0&65024sqcaps SquareUnion=sqcup+0&65024sqcups CirclePlus=oplus"
    " CircleMinus=ominus CircleTimes=otimes osol CircleDot=odot circledcirc=ocir circledast=oast"
    "+2circleddash=odash plusb=boxplus minusb=boxminus timesb=boxtimes sdotb=dotsquare RightTee=vdash"
    " LeftTee=dashv DownTee=top UpTee=bottom=perp=bot+2models DoubleRightTee=vDash Vdash Vvdash VDash"
    " nvdash nvDash nVdash nVDash prurel+2LeftTriangle=vltri=vartriangleleft RightTriangle=vrtri"
    "=vartriangleright ltrie=LeftTriangleEqual=trianglelefteq+0&8402nvltrie rtrie=RightTriangleEqual"
    "=trianglerighteq+0&8402nvrtrie origof imof multimap=mumap hercon intercal=intcal veebar+2barvee"
    " angrtvb#8895lrtri Wedge=bigwedge=xwedge Vee=bigvee=xvee Intersection=bigcap=xcap Union=bigcup=xcup"
    " Diamond=diamond=diam sdot sstarf=Star divideontimes=divonx bowtie ltimes rtimes lthree"
    "=leftthreetimes rthree=rightthreetimes bsime=backsimeq cuvee=curlyvee cuwed=curlywedge Sub=Subset"
    " Sup=Supset Cap Cup fork=pitchfork epar lessdot=ltdot gtrdot=gtdot Ll+0&824nLl Gg=ggg+0&824nGg leg"
    "=LessEqualGreater=lesseqgtr+0&65024lesg gel=GreaterEqualLess=gtreqless+0&65024gesl+3curlyeqprec"
    "=cuepr curlyeqsucc=cuesc nprcue=NotPrecedesSlantEqual nsccue=NotSucceedsSlantEqual nsqsube"
    "=NotSquareSubsetEqual nsqsupe=NotSquareSupersetEqual+3lnsim gnsim precnsim=prnsim succnsim=scnsim"
    " NotLeftTriangle=nltri=ntriangleleft NotRightTriangle=nrtri=ntriangleright#8940nltrie"
    "=NotLeftTriangleEqual=ntrianglelefteq nrtrie=NotRightTriangleEqual=ntrianglerighteq vellip ctdot"
    " utdot dtdot disin isinsv isins isindot+0&824notindot notinvc notinvb+2isinE+0&824notinE nisd xnis"
    " nis notnivc notnivb+7barwed=barwedge Barwed=doublebarwedge+2LeftCeiling=lceil RightCeiling=rceil"
    " LeftFloor=lfloor RightFloor=rfloor drcrop dlcrop urcrop ulcrop bnot+2profline profsurf+2telrec"
    " target+6ulcorn=ulcorner urcorn=urcorner dlcorn=llcorner drcorn=lrcorner+3frown=sfrown smile=ssmile"
    "+10cylcty profalar+8topbot+7ovbar+2solbar+61angzarr+52lmoustache=lmoust rmoustache=rmoust+3tbrk"
    "=OverBracket bbrk=UnderBracket bbrktbrk+38OverParenthesis UnderParenthesis OverBrace UnderBrace"
    "+3trpezium+5elinters#9251blank+165circledS=oS+56HorizontalLine=boxh+2boxv+10boxdr+4boxdl+4boxur"
    "+4boxul+4boxvr+8boxvl+8boxhd+8boxhu+8boxvh+20boxH boxV boxdR boxDr boxDR boxdL boxDl boxDL boxuR"
    " boxUr boxUR boxuL boxUl boxUL boxvR boxVr boxVR boxvL boxVl boxVL boxHd boxhD boxHD boxHu boxhU"
    " boxHU boxvH boxVh boxVH+20uhblk+4lhblk+4block+9blk14 blk12 blk34+14Square=square=squ"
    "+9FilledVerySmallSquare=blacksquare=squarf=squf EmptyVerySmallSquare+2rect marker+3fltns+2xutri"
    "=bigtriangleup blacktriangle=utrif triangle=utri+3rtrif=blacktriangleright rtri=triangleright+4xdtri"
    "=bigtriangledown dtrif=blacktriangledown dtri=triangledown+3ltrif=blacktriangleleft ltri"
    "=triangleleft+7lozenge=loz cir+33tridot+3bigcirc=xcirc+9ultri urtri#9722lltri EmptySmallSquare"
    " FilledSmallSquare+9starf=bigstar star+8phone+50female+2male+30spades=spadesuit+3clubs=clubsuit"
    "+2hearts=heartsuit diams=diamondsuit+4sung+3flat natural=natur sharp+164check=checkmark+4cross"
    "+9maltese=malt+22sext+34VerticalSeparator+26lbbrk rbbrk+85bsolhsub suphsol+29lobrk=LeftDoubleBracket"
    " robrk=RightDoubleBracket langle=lang=LeftAngleBracket rangle=rang=RightAngleBracket Lang Rang loang"
    " roang+8xlarr=LongLeftArrow=longleftarrow xrarr=LongRightArrow=longrightarrow xharr"
    "=LongLeftRightArrow=longleftrightarrow xlArr=DoubleLongLeftArrow=Longleftarrow xrArr"
    "=DoubleLongRightArrow=Longrightarrow xhArr=DoubleLongLeftRightArrow=Longleftrightarrow+2longmapsto"
    "=xmap+3dzigrarr+259nvlArr#10499nvrArr nvHarr Map+7lbarr rbarr=bkarow lBarr rBarr=dbkarow RBarr"
    "=drbkarow DDotrahd UpArrowBar DownArrowBar+3Rarrtl+3latail ratail lAtail rAtail larrfs rarrfs"
    " larrbfs rarrbfs+3nwarhk nearhk searhk=hksearow swarhk=hkswarow nwnear toea=nesear tosa=seswar"
    " swnwar+9rarrc+0&824nrarrc+2cudarrr ldca rdca cudarrl larrpl+3curarrm cularrp+8rarrpl+3harrcir"
    " Uarrocir lurdshar ldrushar+3LeftRightVector RightUpDownVector DownLeftRightVector LeftUpDownVector"
    " LeftVectorBar RightVectorBar RightUpVectorBar RightDownVectorBar DownLeftVectorBar"
    " DownRightVectorBar LeftUpVectorBar LeftDownVectorBar LeftTeeVector RightTeeVector RightUpTeeVector"
    " RightDownTeeVector DownLeftTeeVector DownRightTeeVector LeftUpTeeVector#10593LeftDownTeeVector lHar"
    " uHar rHar dHar luruhar ldrdhar ruluhar rdldhar lharul llhard rharul lrhard UpEquilibrium=udhar"
    " ReverseUpEquilibrium=duhar RoundImplies erarr simrarr larrsim rarrsim rarrap ltlarr+2gtrarr subrarr"
    "+2suplarr lfisht rfisht ufisht dfisht+6lopar ropar+5lbrke rbrke lbrkslu rbrksld lbrksld rbrkslu"
    " langd rangd lparlt rpargt gtlPar ltrPar+4vzigzag+2vangrt angrtvbd+7ange range dwangle uwangle"
    " angmsdaa angmsdab angmsdac angmsdad angmsdae angmsdaf angmsdag angmsdah bemptyv demptyv cemptyv"
    " raemptyv laemptyv ohbar omid opar+2operp+2olcross odsold+2olcir ofcir olt ogt cirscir cirE solb"
    " bsolb+4boxbox+4trisb rtriltri LeftTriangleBar+0&824NotLeftTriangleBar RightTriangleBar"
    "+0&824NotRightTriangleBar#10716iinfin infintie nvinfin+5eparsl smeparsl eqvparsl+6blacklozenge=lozf"
    "+9RuleDelayed+2dsol+10bigodot=xodot bigoplus=xoplus xotime=bigotimes+2biguplus=xuplus+2bigsqcup"
    "=xsqcup+6iiiint=qint fpartint+3cirfnint awint rppolint scpolint npolint pointint quatint intlarhk"
    "+11pluscir plusacir simplus plusdu plussim plustwo+2mcomma minusdu+3loplus roplus Cross timesd"
    " timesbar+2smashp lotimes rotimes otimesas Otimes odiv triplus triminus tritime iprod=intprod+3amalg"
    " capdot+2ncup ncap capand cupor cupcap capcup cupbrcap capbrcup cupcup capcap ccups ccaps+3ccupssm"
    "+3And Or andand oror orslope andslope+2andv orv andd ord+2wedbar+7sdote+4simdot+3congdot"
    "+0&824ncongdot easter apacir apE+0&824napE eplus pluse Esim#10868Colone Equal+2ddotseq=eDDot equivDD"
    " ltcir gtcir ltquest gtquest LessSlantEqual=les=leqslant+0&824NotLessSlantEqual=nles=nleqslant"
    " GreaterSlantEqual=ges=geqslant+0&824NotGreaterSlantEqual=nges=ngeqslant lesdot gesdot lesdoto"
    " gesdoto lesdotor gesdotol lap=lessapprox gap=gtrapprox lne=lneq gne=gneq lnap=lnapprox gnap"
    "=gnapprox lEg=lesseqqgtr gEl=gtreqqless lsime gsime lsimg gsiml lgE glE lesges gesles els"
    "=eqslantless eqslantgtr=egs elsdot egsdot el eg+3siml simg simlE simgE LessLess"
    "+0&824NotNestedLessLess GreaterGreater+0&824NotNestedGreaterGreater+2glj gla ltcc gtcc lescc gescc"
    " smt lat smte+0&65024smtes late+0&65024lates bumpE pre=PrecedesEqual=preceq+0&824npre"
    "=NotPrecedesEqual=npreceq sce=SucceedsEqual=succeq+0&824nsce=NotSucceedsEqual=nsucceq#10931prE scE"
    " prnE=precneqq scnE=succneqq prap=precapprox scap=succapprox prnap=precnapprox scnap=succnapprox Pr"
    " Sc subdot supdot subplus supplus submult supmult subedot supedot subE=subseteqq+0&824nsubE"
    "=nsubseteqq supE=supseteqq+0&824nsupE=nsupseteqq subsim supsim+3subnE=subsetneqq+0&65024vsubnE"
    "=varsubsetneqq supnE=supsetneqq+0&65024vsupnE=varsupsetneqq+3csub csup csube csupe subsup supsub"
    " subsub supsup suphsub supdsub forkv topfork mlcp+9DoubleLeftTee=Dashv+2Vdashl Barv vBar vBarv+2Vbar"
    " Not bNot rnmid cirmid midcir topcir nhpar parsim+10parsl+0&8421nparsl+53251fflig filig fllig ffilig"
    " ffllig+55704Ascr+2Cscr Dscr+3Gscr+3Jscr Kscr+3Nscr Oscr Pscr Qscr+2Sscr Tscr Uscr Vscr Wscr Xscr"
    " Yscr Zscr ascr#119991bscr cscr dscr+2fscr+2hscr iscr jscr kscr lscr mscr nscr+2pscr qscr rscr sscr"
    " tscr uscr vscr wscr xscr yscr zscr+53Afr Bfr+2Dfr Efr Ffr Gfr+3Jfr Kfr Lfr Mfr Nfr Ofr Pfr Qfr+2Sfr"
    " Tfr Ufr Vfr Wfr Xfr Yfr+2afr bfr cfr dfr efr ffr gfr hfr ifr jfr kfr lfr mfr nfr ofr pfr qfr rfr"
    " sfr tfr ufr vfr wfr xfr yfr zfr Aopf Bopf+2Dopf Eopf Fopf Gopf+2Iopf Jopf Kopf Lopf Mopf+2Oopf"
    "+4Sopf Topf Uopf Vopf Wopf Xopf Yopf+2aopf bopf copf dopf eopf fopf gopf hopf iopf jopf kopf lopf"
    " mopf nopf oopf popf qopf ropf sopf topf uopf vopf wopf xopf yopf zopf";

constexpr std::size_t longest_name = 31;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_name(char c) { return is_letter(c) || is_digit(c); }

// The value of a hexadecimal digit; 16 for all else.
unsigned hex_value(char c) {
    if (is_digit(c)) return static_cast<unsigned>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? static_cast<unsigned>(lower - 'a') + 10 : 16;
}

// Reads the values of named_characters, from a place that starts with "#N" on.
class ValueReader {
  public:
    explicit ValueReader(std::size_t at) : at_(at) {}

    // Appends the characters of the name that stands at `name_at`.
    void read_up_to(std::size_t name_at, longread::TextBuffer& out) {
        for (;;) {
            read_value();
            if (at_ == name_at) break;
            while (is_name(peek())) ++at_;
        }
        longread::append_utf8(out, first_);
        if (second_ != 0) longread::append_utf8(out, second_);
    }

  private:
    [[nodiscard]] char peek() const { return named_characters[at_]; }

    char32_t read_number() {
        char32_t number = 0;
        while (is_digit(peek())) number = number * 10 + hex_value(named_characters[at_++]);
        return number;
    }

    void read_value() {
        const char mark = named_characters[at_++];
        if (mark == '=') return;
        second_ = 0;
        if (mark == '#') first_ = 0;
        first_ += mark == ' ' ? 1 : read_number();
        if (peek() != '&') return;
        ++at_;
        second_ = read_number();
    }

    std::size_t at_;
    char32_t first_ = 0;
    char32_t second_ = 0;
};

// Appends the characters of that name; nothing where there are none. No name has a letter behind a digit.
void append_named_characters(std::string_view name, longread::TextBuffer& out) {
    if (name.empty() || !is_letter(name[0])) return;
    std::size_t at = named_characters.find(name);
    for (; at != std::string_view::npos; at = named_characters.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if (is_letter(named_characters[at - 1])) continue;
        if (end < named_characters.size() && is_name(named_characters[end])) continue;
        return ValueReader(named_characters.rfind('#', at)).read_up_to(at, out);
    }
}

void append(cmark_strbuf* out, std::string_view text) {
    cmark_strbuf_put(out, reinterpret_cast<const unsigned char*>(text.data()),
                     static_cast<bufsize_t>(text.size()));
}

// "#65;" or "#x41;", without the '&': the bytes it takes, 0 where it is none.
std::size_t read_number(cmark_strbuf* out, std::string_view text) {
    const bool is_hex = text.size() > 1 && (text[1] | 0x20) == 'x';
    const unsigned base = is_hex ? 16 : 10;
    const std::size_t start = is_hex ? 2 : 1;
    std::size_t at = start;
    char32_t value = 0;
    for (; at < text.size() && hex_value(text[at]) < base; ++at) {
        if (value <= 0x10FFFF) value = value * base + hex_value(text[at]);
    }
    const std::size_t digits = at - start;
    if (digits == 0 || digits > (is_hex ? 6 : 7) || at == text.size() || text[at] != ';') return 0;
    longread::TextBuffer bytes;
    longread::append_utf8(bytes, value == 0 ? U'\uFFFD' : value);
    append(out, bytes);
    return at + 1;
}

std::size_t read_name(cmark_strbuf* out, std::string_view text) {
    const std::size_t size = text.substr(0, longest_name + 1).find(';');
    if (size == std::string_view::npos) return 0;
    longread::TextBuffer value;
    append_named_characters(text.substr(0, size), value);
    append(out, value);
    return value.empty() ? 0 : size + 1;
}

std::string_view view(const std::uint8_t* text, bufsize_t size) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

}  // namespace

bufsize_t houdini_unescape_ent(cmark_strbuf* out, const std::uint8_t* source, bufsize_t size) {
    const std::string_view text = view(source, size);
    const bool is_number = !text.empty() && text[0] == '#';
    return static_cast<bufsize_t>(is_number ? read_number(out, text) : read_name(out, text));
}

void houdini_unescape_html_f(cmark_strbuf* out, const std::uint8_t* source, bufsize_t size) {
    std::string_view text = view(source, size);
    while (!text.empty()) {
        const std::size_t plain = text.substr(0, text.find('&')).size();
        append(out, text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) return;
        text.remove_prefix(1);
        const bufsize_t taken = houdini_unescape_ent(out, reinterpret_cast<const std::uint8_t*>(text.data()),
                                                     static_cast<bufsize_t>(text.size()));
        if (taken == 0) append(out, "&");
        text.remove_prefix(static_cast<std::size_t>(taken));
    }
}

int houdini_unescape_html(cmark_strbuf* out, const std::uint8_t* source, bufsize_t size) {
    if (view(source, size).find('&') == std::string_view::npos) return 0;
    houdini_unescape_html_f(out, source, size);
    return 1;
}
