// Written by .ci/tables/tex-symbols.py; edit that or tex-symbols.txt.

/// Every control word: its name, the code of its kind and its value, sorted by name.
enum CommandTable {
  /// Where the names that begin with A, B … Z, a … z start in `text`; the last is its end.
  static let starts: [Int] = [
    0, 35, 170, 293, 413, 468, 479, 501, 526, 545, 556, 592, 788, 796, 812, 868, 909, 909, 1003, 1076,
    1117, 1173, 1209, 1209, 1217, 1217, 1235, 1626, 2518, 3446, 4101, 4462, 4586, 4902, 5162, 5481, 5499,
    5551, 6631, 7310, 8215, 8639, 9017, 9036, 9622, 10696, 11757, 12160, 12792, 12881, 13295, 13304,
    13314,
  ]

  static let text = #"""
    AA t Å
    AE t Æ
    Alpha o Α
    And b &
    Bbb M blackboard
    Bbbk o 𝕜
    Beta o Β
    Big D
    Bigg D
    Biggl D
    Biggm D
    Biggr D
    Bigl D
    Bigm D
    Bigr D
    Box o □
    Bra q
    Braket q
    Bumpeq r ≎
    Cap b ⋒
    Chi o Χ
    Colonapprox r ∷≈
    Coloneq r ∷−
    Coloneqq r ⩴
    Colonsim r :∼
    Complex o ℂ
    Coppa o Ϙ
    Cup b ⋓
    DH t Ð
    Dagger b ‡
    Darr r ⇓
    DeclareMathOperator d
    Delta o Δ
    Diamond o ◊
    Digamma o Ϝ
    Doteq r ≑
    Downarrow r ⇓
    Epsilon o Ε
    Eqcolon r −∷
    Eqqcolon r =∷
    Eta o Η
    Finv o Ⅎ
    Game o ⅁
    Gamma o Γ
    H " ̋
    Harr r ⇔
    Huge z
    Im o ℑ
    Iota o Ι
    Join r ⋈
    KaTeX w
    Kappa o Κ
    Ket q
    Koppa o Ϟ
    L t Ł
    LARGE z
    LaTeX w
    Lambda o Λ
    Large z
    Larr r ⇐
    Leftarrow r ⇐
    Leftrightarrow r ⇔
    Lleftarrow r ⇚
    Longleftarrow r ⟸
    Longleftrightarrow r ⟺
    Longrightarrow r ⟹
    Lrarr r ⇔
    Lsh r ↰
    Mu o Μ
    N o ℕ
    Nu o Ν
    O t Ø
    OE t Œ
    Omega o Ω
    Omicron o Ο
    Overrightarrow W
    P o ¶
    Phi o Φ
    Pi o Π
    Pr l Pr
    Psi o Ψ
    R o ℝ
    Rarr r ⇒
    Re o ℜ
    Reals o ℝ
    Rho o Ρ
    Rightarrow r ⇒
    Rrightarrow r ⇛
    Rsh r ↱
    S o §
    Sampi o Ϡ
    Set q
    Sigma o Σ
    Stigma o Ϛ
    Subset r ⋐
    Supset r ⋑
    TH t Þ
    Tau o Τ
    TeX w
    Theta o Θ
    Tiny z
    Uarr r ⇑
    Uparrow r ⇑
    Updownarrow r ⇕
    Upsilon o Υ
    Vdash r ⊩
    Vert o ‖
    Vvdash r ⊪
    Xi o Ξ
    Z o ℤ
    Zeta o Ζ
    aa t å
    above V
    abovewithdelims V
    acute A
    ae t æ
    alef o ℵ
    alefsym o ℵ
    aleph o ℵ
    allowbreak _
    alpha o α
    amalg b ⨿
    angl R
    angle o ∠
    angln R
    approx r ≈
    approxcolon r ≈:
    approxcoloncolon r ≈∷
    approxeq r ≊
    arccos f arccos
    arcctg f arcctg
    arcsin f arcsin
    arctan f arctan
    arctg f arctg
    arg f arg
    argmax l arg max
    argmin l arg min
    ast b ∗
    asymp r ≍
    atop V
    atopwithdelims V
    b " ̱
    backepsilon r ∍
    backprime o ‵
    backsim r ∽
    backsimeq r ⋍
    backslash o \
    bar A
    barwedge b ⊼
    bbox R
    bcancel c
    because r ∵
    begin E
    begingroup ;
    beta o β
    beth o ℶ
    between r ≬
    bf m bold
    bfseries m bold
    bgroup ;
    big D
    bigcap s ⋂
    bigcirc b ◯
    bigcup s ⋃
    bigg D
    biggl D
    biggm D
    biggr D
    bigl D
    bigm D
    bigodot s ⨀
    bigominus s ⊖
    bigoplus s ⨁
    bigoslash s ⊘
    bigotimes s ⨂
    bigr D
    bigsqcap s ⨅
    bigsqcup s ⨆
    bigstar o ★
    bigtriangledown b ▽
    bigtriangleup b △
    biguplus s ⨄
    bigvee s ⋁
    bigwedge s ⋀
    binom F
    blacklozenge o ⧫
    blacksquare o ■
    blacktriangle o ▲
    blacktriangledown o ▼
    blacktriangleleft r ◀
    blacktriangleright r ▶
    bm M bold
    bmod p
    bold M bold
    boldsymbol M bold
    bot o ⊥
    bowtie r ⋈
    boxdot b ⊡
    boxed R
    boxminus b ⊟
    boxplus b ⊞
    boxtimes b ⊠
    bra q
    brace V
    brack V
    braket q
    breve A
    buildrel O
    bull b ∙
    bullet b ∙
    bumpeq r ≏
    c " ̧
    cal m script
    cancel c
    cancelto c
    cap b ∩
    cdot b ⋅
    cdotp , ·
    cdots i ⋯
    ce h
    centerdot b ⋅
    cfrac F
    ch f ch
    char j
    check A
    checkmark o ✓
    chi o χ
    choose V
    circ b ∘
    circeq r ≗
    circlearrowleft r ↺
    circlearrowright r ↻
    circledR o ®
    circledS o Ⓢ
    circledast b ⊛
    circledcirc b ⊚
    circleddash b ⊝
    clap P
    class H
    cline #
    clubs o ♣
    clubsuit o ♣
    cnums o ℂ
    colon , :
    colonapprox r :≈
    coloncolon r ∷
    coloncolonapprox r ∷≈
    coloncolonequals r ⩴
    coloncolonminus r ∷−
    coloncolonsim r ∷∼
    coloneq r :−
    coloneqq r ≔
    colonequals r ≔
    colonminus r :−
    colonsim r :∼
    color C
    colorbox R
    complement o ∁
    cong r ≅
    coppa o ϙ
    coprod s ∐
    copyright o ©
    cos f cos
    cosec f cosec
    cosh f cosh
    cot f cot
    cotg f cotg
    coth f coth
    cr n
    csc f csc
    cssId H
    ctg f ctg
    cth f cth
    cup b ∪
    curlyeqprec r ⋞
    curlyeqsucc r ⋟
    curlyvee b ⋎
    curlywedge b ⋏
    curvearrowleft r ↶
    curvearrowright r ↷
    d " ̣
    dArr r ⇓
    dag o †
    dagger b †
    daleth o ℸ
    darr r ↓
    dashleftarrow r ⇠
    dashrightarrow r ⇢
    dashv r ⊣
    dbinom F
    dblcolon r ∷
    ddag o ‡
    ddagger b ‡
    ddddot A
    dddot A
    ddot A
    ddots i ⋱
    def d
    deg f deg
    degree o °
    delta o δ
    det l det
    dfrac F
    dh t ð
    diagdown o ╲
    diagup o ╱
    diamond b ⋄
    diamonds o ♢
    diamondsuit o ♢
    digamma o ϝ
    dim f dim
    displaylimits _
    displaystyle y
    div b ÷
    divideontimes b ⋇
    dot A
    doteq r ≐
    doteqdot r ≑
    dotplus b ∔
    dots .
    dotsb .
    dotsc .
    dotsi .
    dotsm .
    dotso .
    doublebarwedge b ⩞
    doublecap b ⋒
    doublecup b ⋓
    downarrow r ↓
    downdownarrows r ⇊
    downharpoonleft r ⇃
    downharpoonright r ⇂
    edef d
    egroup ;
    ell o ℓ
    em m italic
    emph T italic
    empty o ∅
    emptyset o ∅
    end e
    endgroup ;
    enskip K 1
    enspace K 1
    epsilon o ϵ
    eqcirc r ≖
    eqcolon r ∹
    eqqcolon r ≕
    eqref g
    eqsim r ≂
    eqslantgtr r ⪖
    eqslantless r ⪕
    equalscolon r ≕
    equalscoloncolon r =∷
    equiv r ≡
    eta o η
    eth o ð
    euro o €
    exist o ∃
    exists o ∃
    exp f exp
    expandafter _
    fallingdotseq r ≒
    fbox R
    fcolorbox R
    flat o ♭
    footnotesize z
    forall o ∀
    frac F
    frak M fraktur
    frown r ⌢
    futurelet d
    gamma o γ
    gcd l gcd
    gdef d
    ge r ≥
    genfrac F
    geq r ≥
    geqq r ≧
    geqslant r ⩾
    gets r ←
    gg r ≫
    ggg r ⋙
    gggtr r ⋙
    gimel o ℷ
    global d
    gnapprox r ⪊
    gneq r ⪈
    gneqq r ≩
    gnsim r ⋧
    grave A
    gt r >
    gtrapprox r ⪆
    gtrdot b ⋗
    gtreqless r ⋛
    gtreqqless r ⪌
    gtrless r ≷
    gtrsim r ≳
    gvertneqq r ≩
    hArr r ⇔
    harr r ↔
    hat A
    hbar o ℏ
    hbox T
    hdashline #
    hearts o ♡
    heartsuit o ♡
    hfil _
    hfill _
    hline #
    hom f hom
    hookleftarrow r ↩
    hookrightarrow r ↪
    hphantom P
    href H
    hskip k
    hslash o ℏ
    hspace k
    htmlClass H
    htmlData H
    htmlId H
    htmlStyle H
    huge z
    i t ı
    iddots i ⋰
    idotsint S ∫⋯∫
    iff r ⟺
    iiiint S ⨌
    iiint S ∭
    iint S ∬
    image o ℑ
    imageof r ⊷
    imath o ı
    impliedby r ⟸
    implies r ⟹
    in r ∈
    includegraphics H
    inf l inf
    infin o ∞
    infty o ∞
    injlim l inj lim
    int S ∫
    intercal b ⊺
    intop s ∫
    iota o ι
    isin r ∈
    it m italic
    itshape m italic
    j t ȷ
    jmath o ȷ
    k " ̨
    kappa o κ
    ker f ker
    kern k
    ket q
    koppa o ϟ
    l t ł
    lArr r ⇐
    lBrace ( ⦃
    lVert ( ‖
    label g
    lambda o λ
    land b ∧
    lang ( ⟨
    langle ( ⟨
    large z
    larr r ←
    lbrace ( {
    lbrack ( [
    lceil ( ⌈
    ldotp , .
    ldots i …
    le r ≤
    leadsto r ⇝
    left L
    leftarrow r ←
    leftarrowtail r ↢
    leftharpoondown r ↽
    leftharpoonup r ↼
    leftleftarrows r ⇇
    leftrightarrow r ↔
    leftrightarrows r ⇆
    leftrightharpoons r ⇋
    leftrightsquigarrow r ↭
    leftthreetimes b ⋋
    leq r ≤
    leqq r ≦
    leqslant r ⩽
    lessapprox r ⪅
    lessdot b ⋖
    lesseqgtr r ⋚
    lesseqqgtr r ⪋
    lessgtr r ≶
    lesssim r ≲
    let d
    lfloor ( ⌊
    lg f lg
    lgroup ( ⟮
    lhd b ⊲
    lim l lim
    liminf l lim inf
    limits _
    limsup l lim sup
    ll r ≪
    llap P
    llbracket ( ⟦
    llcorner ( ⌞
    lll r ⋘
    llless r ⋘
    lmoustache ( ⎰
    ln f ln
    lnapprox r ⪉
    lneq r ⪇
    lneqq r ≨
    lnot o ¬
    lnsim r ⋦
    log f log
    long d
    longleftarrow r ⟵
    longleftrightarrow r ⟷
    longmapsto r ⟼
    longrightarrow r ⟶
    looparrowleft r ↫
    looparrowright r ↬
    lor b ∨
    lower P
    lozenge o ◊
    lparen ( (
    lq o ‘
    lrArr r ⇔
    lrarr r ↔
    lrcorner ) ⌟
    lt r <
    ltimes b ⋉
    lvert ( |
    lvertneqq r ≨
    maltese o ✠
    mapsto r ↦
    mathbb M blackboard
    mathbf M bold
    mathbfit M bold
    mathbin G
    mathcal M script
    mathchoice x
    mathclap P
    mathclose G
    mathellipsis i …
    mathfrak M fraktur
    mathinner G
    mathit M italic
    mathllap P
    mathnormal M normal
    mathop G
    mathopen G
    mathord G
    mathpunct G
    mathrel G
    mathring A
    mathrlap P
    mathrm M roman
    mathscr M script
    mathsf M sans
    mathsterling o £
    mathstrut P
    mathtt M mono
    mathup M roman
    max l max
    mbox T
    mdseries m normal
    measuredangle o ∡
    medspace K 1
    mho o ℧
    mid r |
    middle ]
    min l min
    minuscolon r ∹
    minuscoloncolon r −∷
    minuso b ⊖
    mit m normal
    mkern k
    mod p
    models r ⊨
    mp b ∓
    mskip k
    mspace k
    mu o μ
    multicolumn #
    multimap r ⊸
    nLeftarrow r ⇍
    nLeftrightarrow r ⇎
    nRightarrow r ⇏
    nVDash r ⊯
    nVdash r ⊮
    nabla o ∇
    natnums o ℕ
    natural o ♮
    ncong r ≆
    ne r ≠
    nearrow r ↗
    neg o ¬
    negmedspace K -1
    negthickspace K -1
    negthinspace K -1
    neq r ≠
    newcommand d
    newline n
    nexists o ∄
    ngeq r ≱
    ngeqq r ≱
    ngeqslant r ≱
    ngtr r ≯
    ni r ∋
    nleftarrow r ↚
    nleftrightarrow r ↮
    nleq r ≰
    nleqq r ≰
    nleqslant r ≰
    nless r ≮
    nmid r ∤
    nobreak _
    nobreakspace K 1
    noexpand _
    nolimits _
    nonscript _
    nonumber g
    normalfont m normal
    normalsize z
    not N
    notag g
    notin r ∉
    notni r ∌
    nparallel r ∦
    nprec r ⊀
    npreceq r ⋠
    nrightarrow r ↛
    nshortmid r ∤
    nshortparallel r ∦
    nsim r ≁
    nsubseteq r ⊈
    nsubseteqq r ⊈
    nsucc r ⊁
    nsucceq r ⋡
    nsupseteq r ⊉
    nsupseteqq r ⊉
    ntriangleleft r ⋪
    ntrianglelefteq r ⋬
    ntriangleright r ⋫
    ntrianglerighteq r ⋭
    nu o ν
    nvDash r ⊭
    nvdash r ⊬
    nwarrow r ↖
    o t ø
    odot b ⊙
    oe t œ
    officialeuro o €
    oiiint S ∰
    oiint S ∯
    oint S ∮
    omega o ω
    omicron o ο
    ominus b ⊖
    operatorname I
    operatornamewithlimits I
    oplus b ⊕
    origof r ⊶
    oslash b ⊘
    otimes b ⊗
    over V
    overbrace B
    overbracket B
    overgroup W
    overleftarrow W
    overleftharpoon W
    overleftrightarrow W
    overline W
    overlinesegment W
    overparen W
    overrightarrow W
    overrightharpoon W
    overset O
    overwithdelims V
    owns r ∋
    parallel r ∥
    partial o ∂
    perp r ⟂
    phantom P
    phase R
    phi o ϕ
    pi o π
    pitchfork r ⋔
    plim l plim
    plusmn b ±
    pm b ±
    pmb M bold
    pmod p
    pod p
    pounds o £
    prec r ≺
    precapprox r ⪷
    preccurlyeq r ≼
    preceq r ⪯
    precnapprox r ⪹
    precneqq r ⪵
    precnsim r ⋨
    precsim r ≾
    prescript Y
    prime o ′
    prod s ∏
    projlim l proj lim
    propto r ∝
    providecommand d
    psi o ψ
    pu h
    qquad K 4
    quad K 2
    r " ̊
    rArr r ⇒
    rBrace ) ⦄
    rVert ) ‖
    raise P
    raisebox P
    rang ) ⟩
    rangle ) ⟩
    rarr r →
    ratio r :
    rbrace ) }
    rbrack ) ]
    rceil ) ⌉
    real o ℜ
    reals o ℝ
    ref g
    relax _
    renewcommand d
    restriction r ↾
    rfloor ) ⌋
    rgroup ) ⟯
    rhd b ⊳
    rho o ρ
    right ]
    rightarrow r →
    rightarrowtail r ↣
    rightharpoondown r ⇁
    rightharpoonup r ⇀
    rightleftarrows r ⇄
    rightleftharpoons r ⇌
    rightrightarrows r ⇉
    rightsquigarrow r ⇝
    rightthreetimes b ⋌
    risingdotseq r ≓
    rlap P
    rm m roman
    rmoustache ) ⎱
    root Q
    rparen ) )
    rq o ′
    rrbracket ) ⟧
    rtimes b ⋊
    rule =
    rvert ) |
    sampi o ϡ
    sc m roman
    scr M script
    scriptscriptstyle y
    scriptsize z
    scriptstyle y
    sdot b ⋅
    searrow r ↘
    sec f sec
    sect o §
    set q
    setminus b ∖
    sf m sans
    sh f sh
    sharp o ♯
    shortmid r ∣
    shortparallel r ∥
    sideset Y
    sigma o σ
    sim r ∼
    simcolon r ∼:
    simcoloncolon r ∼∷
    simeq r ≃
    sin f sin
    sinh f sinh
    sixptsize z
    sl m italic
    small z
    smallfrown r ⌢
    smallint S ∫
    smallsetminus b ∖
    smallsmile r ⌣
    smash P
    smile r ⌣
    smiley o ☺
    sout c
    space K 1
    spades o ♠
    spadesuit o ♠
    sphericalangle o ∢
    sqcap b ⊓
    sqcup b ⊔
    sqrt Q
    sqsubset r ⊏
    sqsubseteq r ⊑
    sqsupset r ⊐
    sqsupseteq r ⊒
    square o □
    ss t ß
    stackrel O
    star b ⋆
    stigma o ϛ
    strut P
    style H
    sub r ⊂
    sube r ⊆
    subset r ⊂
    subseteq r ⊆
    subseteqq r ⫅
    subsetneq r ⊊
    subsetneqq r ⫋
    substack J
    succ r ≻
    succapprox r ⪸
    succcurlyeq r ≽
    succeq r ⪰
    succnapprox r ⪺
    succneqq r ⪶
    succnsim r ⋩
    succsim r ≿
    sum s ∑
    sup l sup
    supe r ⊇
    supset r ⊃
    supseteq r ⊇
    supseteqq r ⫆
    supsetneq r ⊋
    supsetneqq r ⫌
    surd o √
    swarrow r ↙
    symbf M bold
    symup M roman
    tag g
    tan f tan
    tanh f tanh
    tau o τ
    tbinom F
    text T
    textasciicircum t ^
    textasciitilde t ~
    textbackslash t \
    textbar t |
    textbardbl t ‖
    textbf T bold
    textbraceleft t {
    textbraceright t }
    textbullet t •
    textcircled " ⃝
    textcolor C
    textdagger t †
    textdaggerdbl t ‡
    textdegree t °
    textdollar t $
    textellipsis i …
    textemdash t —
    textendash t –
    texteuro t €
    textgreater t >
    textit T italic
    textless t <
    textmd T
    textnormal T
    textquotedblleft t “
    textquotedblright t ”
    textquoteleft t ‘
    textquoteright t ’
    textregistered t ®
    textrm T
    textsc T roman
    textsf T sans
    textsl T italic
    textsterling t £
    textstyle y
    texttt T mono
    textunderscore t _
    textup T
    textvisiblespace t ␣
    tfrac F
    tg f tg
    th f th
    therefore r ∴
    theta o θ
    thetasym o ϑ
    thickapprox r ≈
    thicksim r ∼
    thickspace K 1
    thinspace K thin
    tilde A
    times b ×
    tiny z
    to r →
    top o ⊤
    triangle o △
    triangledown o ▽
    triangleleft b ◃
    trianglelefteq r ⊴
    triangleq r ≜
    triangleright b ▹
    trianglerighteq r ⊵
    tt m mono
    twoheadleftarrow r ↞
    twoheadrightarrow r ↠
    u " ̆
    uArr r ⇑
    uarr r ↑
    ulcorner ( ⌜
    underbar U
    underbrace B
    underbracket B
    undergroup U
    underleftarrow U
    underleftrightarrow U
    underline U
    underlinesegment U
    underparen U
    underrightarrow U
    underset O
    unicode j
    unlhd b ⊴
    unrhd b ⊵
    uparrow r ↑
    updownarrow r ↕
    upharpoonleft r ↿
    upharpoonright r ↾
    uplus b ⊎
    upshape m roman
    upsilon o υ
    upuparrows r ⇈
    urcorner ) ⌝
    url H
    utilde U
    v " ̌
    vDash r ⊨
    varDelta o Δ
    varGamma o Γ
    varLambda o Λ
    varOmega o Ω
    varPhi o Φ
    varPi o Π
    varPsi o Ψ
    varSigma o Σ
    varTheta o Θ
    varUpsilon o Υ
    varXi o Ξ
    varepsilon o ε
    varinjlim w
    varkappa o ϰ
    varliminf w
    varlimsup w
    varnothing o ∅
    varphi o φ
    varpi o ϖ
    varprojlim w
    varpropto r ∝
    varrho o ϱ
    varsigma o ς
    varstigma o ϛ
    varsubsetneq r ⊊
    varsubsetneqq r ⫋
    varsupsetneq r ⊋
    varsupsetneqq r ⫌
    vartheta o ϑ
    vartriangle r △
    vartriangleleft r ⊲
    vartriangleright r ⊳
    varvdots o ⋮
    vcentcolon r :
    vcenter P
    vdash r ⊢
    vdots o ⋮
    vec A
    vee b ∨
    veebar b ⊻
    verb v
    vert o |
    vfil _
    vfill _
    vphantom P
    wedge b ∧
    weierp o ℘
    widecheck W
    widehat W
    wideparen W
    widetilde W
    wp o ℘
    wr b ≀
    xLeftarrow X ⇐
    xLeftrightarrow X ⇔
    xRightarrow X ⇒
    xcancel c
    xdef d
    xhookleftarrow X ↩
    xhookrightarrow X ↪
    xi o ξ
    xleftarrow X ←
    xleftharpoondown X ↽
    xleftharpoonup X ↼
    xleftrightarrow X ↔
    xleftrightharpoons X ⇋
    xlongequal X =
    xmapsto X ↦
    xrightarrow X →
    xrightharpoondown X ⇁
    xrightharpoonup X ⇀
    xrightleftharpoons X ⇌
    xtofrom X ⇄
    xtwoheadleftarrow X ↞
    xtwoheadrightarrow X ↠
    yen o ¥
    zeta o ζ

    """#
}
