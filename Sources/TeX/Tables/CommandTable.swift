// Written by .ci/tables/tex-symbols.py; edit that or tex-symbols.txt.

/// Every control word: its name, the code of its kind and its value, sorted by name.
enum CommandTable {
  /// Where each row starts in `text`; the last is its end.
  static let starts: [UInt16] = [
    0, 8, 16, 27, 35, 52, 64, 74, 80, 87, 95, 103, 111, 118, 125, 132, 142, 148, 157, 170, 180, 189, 210,
    227, 242, 258, 272, 283, 293, 301, 314, 325, 347, 358, 372, 385, 397, 413, 426, 443, 459, 468, 479,
    490, 501, 508, 519, 526, 535, 545, 556, 564, 575, 581, 592, 599, 607, 615, 627, 635, 646, 662, 683,
    700, 720, 745, 766, 778, 788, 796, 804, 812, 819, 827, 838, 851, 868, 875, 884, 892, 900, 909, 917,
    928, 937, 949, 958, 975, 993, 1003, 1010, 1021, 1027, 1038, 1050, 1063, 1076, 1084, 1093, 1099, 1110,
    1117, 1128, 1142, 1160, 1173, 1185, 1196, 1209, 1217, 1225, 1235, 1243, 1251, 1269, 1277, 1285, 1296,
    1310, 1322, 1335, 1346, 1358, 1365, 1377, 1385, 1398, 1417, 1443, 1458, 1474, 1490, 1506, 1522, 1536,
    1546, 1563, 1580, 1590, 1602, 1609, 1626, 1633, 1651, 1667, 1681, 1697, 1711, 1717, 1732, 1739, 1749,
    1763, 1771, 1784, 1794, 1805, 1819, 1829, 1845, 1854, 1860, 1873, 1887, 1900, 1907, 1915, 1923, 1931,
    1938, 1945, 1959, 1975, 1990, 2006, 2022, 2029, 2044, 2059, 2073, 2095, 2115, 2130, 2143, 2158, 2166,
    2185, 2203, 2223, 2247, 2271, 2296, 2306, 2313, 2325, 2343, 2353, 2366, 2379, 2387, 2402, 2416, 2431,
    2437, 2445, 2453, 2462, 2470, 2481, 2492, 2505, 2518, 2525, 2538, 2547, 2558, 2568, 2579, 2590, 2602,
    2607, 2623, 2631, 2639, 2646, 2654, 2670, 2679, 2688, 2699, 2712, 2734, 2757, 2771, 2786, 2803, 2821,
    2839, 2846, 2854, 2862, 2874, 2889, 2901, 2911, 2930, 2947, 2973, 2996, 3021, 3044, 3059, 3074, 3092,
    3110, 3126, 3134, 3145, 3162, 3173, 3184, 3197, 3212, 3222, 3236, 3248, 3258, 3270, 3282, 3287, 3297,
    3305, 3315, 3325, 3335, 3353, 3371, 3386, 3403, 3424, 3446, 3453, 3464, 3474, 3487, 3500, 3511, 3531,
    3552, 3564, 3573, 3588, 3599, 3613, 3622, 3630, 3637, 3649, 3655, 3665, 3677, 3688, 3698, 3706, 3714,
    3729, 3742, 3756, 3771, 3789, 3802, 3812, 3828, 3843, 3852, 3872, 3878, 3890, 3905, 3919, 3926, 3934,
    3942, 3950, 3958, 3966, 3987, 4003, 4019, 4035, 4056, 4078, 4101, 4108, 4117, 4127, 4139, 4153, 4165,
    4180, 4186, 4197, 4208, 4220, 4233, 4246, 4260, 4275, 4283, 4295, 4312, 4330, 4348, 4372, 4384, 4393,
    4402, 4413, 4425, 4438, 4448, 4462, 4482, 4489, 4501, 4512, 4527, 4540, 4547, 4562, 4574, 4586, 4597,
    4607, 4614, 4623, 4633, 4643, 4654, 4669, 4680, 4689, 4699, 4711, 4723, 4732, 4747, 4758, 4770, 4782,
    4790, 4797, 4813, 4826, 4842, 4859, 4873, 4886, 4902, 4913, 4924, 4930, 4941, 4948, 4960, 4973, 4989,
    4996, 5004, 5012, 5022, 5042, 5063, 5074, 5081, 5089, 5102, 5111, 5123, 5134, 5143, 5155, 5162, 5169,
    5182, 5203, 5213, 5226, 5238, 5249, 5261, 5275, 5286, 5302, 5316, 5325, 5343, 5353, 5365, 5377, 5394,
    5404, 5419, 5431, 5441, 5452, 5464, 5481, 5488, 5499, 5506, 5517, 5527, 5534, 5540, 5551, 5558, 5569,
    5582, 5594, 5602, 5614, 5625, 5636, 5649, 5657, 5668, 5679, 5690, 5702, 5712, 5724, 5733, 5747, 5754,
    5770, 5790, 5812, 5832, 5853, 5874, 5896, 5920, 5946, 5967, 5977, 5988, 6003, 6020, 6034, 6050, 6067,
    6081, 6095, 6101, 6114, 6122, 6135, 6145, 6155, 6172, 6181, 6198, 6207, 6214, 6230, 6245, 6255, 6268,
    6285, 6293, 6308, 6319, 6331, 6341, 6353, 6363, 6370, 6390, 6415, 6432, 6453, 6473, 6494, 6504, 6512,
    6526, 6537, 6546, 6558, 6570, 6585, 6592, 6605, 6615, 6631, 6645, 6658, 6678, 6692, 6708, 6718, 6735,
    6748, 6759, 6771, 6790, 6809, 6821, 6837, 6848, 6868, 6877, 6888, 6898, 6910, 6920, 6931, 6942, 6957,
    6974, 6988, 7006, 7018, 7032, 7047, 7057, 7064, 7082, 7102, 7115, 7125, 7133, 7142, 7152, 7169, 7194,
    7207, 7220, 7228, 7234, 7247, 7256, 7264, 7273, 7281, 7295, 7310, 7327, 7349, 7367, 7380, 7393, 7405,
    7419, 7433, 7445, 7454, 7468, 7477, 7494, 7513, 7531, 7541, 7554, 7564, 7578, 7589, 7601, 7617, 7628,
    7637, 7654, 7676, 7687, 7699, 7715, 7727, 7738, 7748, 7765, 7776, 7787, 7799, 7810, 7830, 7843, 7849,
    7857, 7869, 7881, 7897, 7909, 7923, 7941, 7957, 7978, 7989, 8005, 8022, 8034, 8048, 8064, 8081, 8101,
    8123, 8144, 8167, 8175, 8188, 8201, 8215, 8222, 8233, 8241, 8260, 8273, 8285, 8296, 8307, 8320, 8333,
    8348, 8373, 8385, 8398, 8411, 8424, 8431, 8443, 8457, 8469, 8485, 8503, 8524, 8535, 8553, 8565, 8582,
    8601, 8611, 8628, 8639, 8654, 8668, 8679, 8689, 8697, 8706, 8714, 8730, 8742, 8754, 8762, 8773, 8780,
    8786, 8798, 8809, 8826, 8844, 8857, 8875, 8890, 8905, 8919, 8931, 8943, 8954, 8973, 8986, 9003, 9012,
    9017, 9027, 9036, 9043, 9054, 9067, 9079, 9087, 9098, 9109, 9122, 9133, 9143, 9154, 9165, 9177, 9188,
    9200, 9206, 9214, 9229, 9247, 9260, 9273, 9283, 9292, 9300, 9317, 9338, 9361, 9382, 9404, 9428, 9451,
    9473, 9495, 9514, 9521, 9532, 9549, 9556, 9567, 9576, 9592, 9605, 9612, 9622, 9633, 9644, 9657, 9677,
    9690, 9704, 9715, 9729, 9739, 9749, 9755, 9770, 9780, 9788, 9800, 9815, 9835, 9845, 9856, 9866, 9882,
    9905, 9917, 9927, 9939, 9951, 9963, 9971, 9988, 10003, 10023, 10040, 10048, 10060, 10073, 10080,
    10090, 10103, 10119, 10140, 10152, 10164, 10171, 10186, 10203, 10218, 10235, 10248, 10256, 10267,
    10278, 10290, 10298, 10306, 10316, 10327, 10340, 10355, 10371, 10387, 10404, 10415, 10426, 10443,
    10461, 10474, 10492, 10507, 10522, 10536, 10546, 10556, 10567, 10580, 10595, 10611, 10627, 10644,
    10655, 10669, 10682, 10696, 10702, 10712, 10724, 10733, 10742, 10749, 10769, 10788, 10806, 10818,
    10835, 10849, 10867, 10886, 10903, 10921, 10933, 10950, 10970, 10986, 11001, 11020, 11037, 11054,
    11069, 11085, 11101, 11114, 11123, 11136, 11159, 11183, 11203, 11224, 11244, 11253, 11268, 11282,
    11298, 11316, 11328, 11342, 11361, 11370, 11393, 11401, 11409, 11417, 11433, 11444, 11458, 11476,
    11491, 11506, 11523, 11531, 11542, 11549, 11558, 11568, 11583, 11602, 11621, 11642, 11658, 11678,
    11700, 11710, 11733, 11757, 11764, 11775, 11786, 11801, 11812, 11825, 11840, 11853, 11870, 11892,
    11904, 11923, 11936, 11954, 11965, 11975, 11987, 11999, 12013, 12031, 12051, 12072, 12084, 12100,
    12113, 12130, 12145, 12151, 12160, 12167, 12179, 12193, 12207, 12222, 12236, 12248, 12259, 12271,
    12285, 12299, 12315, 12326, 12342, 12354, 12368, 12380, 12392, 12409, 12421, 12432, 12445, 12461,
    12473, 12487, 12502, 12521, 12541, 12560, 12580, 12594, 12612, 12634, 12657, 12672, 12687, 12697,
    12709, 12721, 12727, 12737, 12750, 12757, 12766, 12773, 12781, 12792, 12804, 12817, 12829, 12839,
    12851, 12863, 12872, 12881, 12898, 12920, 12938, 12948, 12955, 12976, 12998, 13006, 13023, 13046,
    13067, 13089, 13114, 13129, 13143, 13161, 13185, 13207, 13232, 13246, 13270, 13295, 13304, 13314,
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
