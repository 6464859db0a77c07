<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>BoardPainter</name>
    <message>
        <source>Estimator: p</source>
        <translation>Schätzer: p</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>r, A</source>
        <translation>r, A</translation>
    </message>
    <message>
        <source>Score s</source>
        <translation>Score s</translation>
    </message>
    <message>
        <source>steps δ</source>
        <translation>Schritte δ</translation>
    </message>
    <message>
        <source>−∂L/∂s up</source>
        <translation>−∂L/∂s auf</translation>
    </message>
    <message>
        <source>−∂L/∂s down</source>
        <translation>−∂L/∂s ab</translation>
    </message>
    <message>
        <source>thin: scheme, KL</source>
        <translation>dünn: Schema, KL</translation>
    </message>
    <message>
        <source>longest: %1</source>
        <translation>längster: %1</translation>
    </message>
    <message>
        <source>First place</source>
        <translation>Erster Platz</translation>
    </message>
    <message>
        <source>π_β logging</source>
        <translation>π_β Logging</translation>
    </message>
    <message>
        <source>π policy</source>
        <translation>π Policy</translation>
    </message>
    <message>
        <source>π before</source>
        <translation>π vorher</translation>
    </message>
    <message>
        <source>◂ after a step</source>
        <translation>◂ nach einem Schritt</translation>
    </message>
    <message>
        <source>Ratio ρ</source>
        <translation>Ratio ρ</translation>
    </message>
    <message>
        <source>trusted %1 – %2</source>
        <translation>Clip %1 – %2</translation>
    </message>
    <message>
        <source>no clip</source>
        <translation>kein Clip</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>%1 · drawn</source>
        <translation>%1 · gezogen</translation>
    </message>
    <message>
        <source>r %1  A %2</source>
        <translation>r %1  A %2</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>no pull</source>
        <translation>kein Zug</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 stumm</translation>
    </message>
</context>
<context>
    <name>BoardPicture</name>
    <message>
        <source>%1:  %2  (rows: %3, τ = %4, η = %5)</source>
        <translation>%1:  %2  (Zeilen: %3, τ = %4, η = %5)</translation>
    </message>
</context>
<context>
    <name>CandidateWords</name>
    <message>
        <source>s = %1 = %2, π = %3</source>
        <translation>s = %1 = %2, π = %3</translation>
    </message>
    <message>
        <source>A = r − mean</source>
        <translation>A = r − Mittel</translation>
    </message>
    <message>
        <source>A = (r − mean)/spread</source>
        <translation>A = (r − Mittel)/Streuung</translation>
    </message>
    <message>
        <source>A = r − mean of the others</source>
        <translation>A = r − Mittel der anderen</translation>
    </message>
    <message>
        <source>no advantage: no gradient of its own</source>
        <translation>kein Advantage: kein eigener Gradient</translation>
    </message>
    <message>
        <source>clipped at %1: no gradient of its own</source>
        <translation>bei %1 begrenzt: kein eigener Gradient</translation>
    </message>
    <message>
        <source>under the clip at %1: no gradient of its own</source>
        <translation>unter dem Clip bei %1: kein eigener Gradient</translation>
    </message>
    <message>
        <source>no gradient of its own</source>
        <translation>kein eigener Gradient</translation>
    </message>
    <message>
        <source>pulls up</source>
        <translation>zieht nach oben</translation>
    </message>
    <message>
        <source>pushes down</source>
        <translation>drückt nach unten</translation>
    </message>
    <message>
        <source>beyond the clip at %1, and still %2 (g = %3)</source>
        <translation>jenseits des Clips bei %1 und %2 trotzdem (g = %3)</translation>
    </message>
    <message>
        <source>under the clip at %1, and still %2 (g = %3)</source>
        <translation>unter dem Clip bei %1 und %2 trotzdem (g = %3)</translation>
    </message>
    <message>
        <source>%1 (g = %2)</source>
        <translation>%1 (g = %2)</translation>
    </message>
    <message>
        <source>No row: the log says nothing of what it would have earned.</source>
        <translation>Keine Zeile: Das Protokoll sagt nicht, was er eingebracht hätte.</translation>
    </message>
    <message>
        <source>ρ = %1/%2 = %3</source>
        <translation>ρ = %1/%2 = %3</translation>
    </message>
    <message>
        <source>%1; %2 looks at the whole slate: %3</source>
        <translation>%1; %2 betrachtet die ganze Slate: %3</translation>
    </message>
    <message>
        <source>%1, r = %2, %3 = %4: %5</source>
        <translation>%1, r = %2, %3 = %4: %5</translation>
    </message>
    <message>
        <source>−∂L/∂s = %1</source>
        <translation>−∂L/∂s = %1</translation>
    </message>
    <message>
        <source>scheme %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>entropy %1</source>
        <translation>Entropie %1</translation>
    </message>
    <message>
        <source>%1; a step of η = %2 leads π from %3 to %4</source>
        <translation>%1; ein Schritt mit η = %2 führt π von %3 nach %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>%1 (%2). The policy would earn %3.</source>
        <translation>%1 (%2). Die Policy brächte %3 ein.</translation>
    </message>
</context>
<context>
    <name>ExperimentChange</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>LessonLibrary</name>
    <message>
        <source>en</source>
        <extracomment>The language of the lessons: the ending of their files, such as de.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Playground</name>
    <message>
        <source>p(%1) of %2</source>
        <translation>p(%1) von %2</translation>
    </message>
    <message>
        <source>A click that logging disliked</source>
        <translation>Ein Klick, den Logging nicht mochte</translation>
    </message>
    <message>
        <source>D was clicked, but logging hardly ever placed it first: its ratio explodes, and under IPS its arrow with it. Choose PPO clip: the ratio is far beyond 1 + ε, so D no longer pulls at all. Under CISPO it pulls, but does not shout.</source>
        <translation>D wurde angeklickt, aber Logging setzte es fast nie auf den ersten Platz: Seine Ratio explodiert und unter IPS mit ihr der Pfeil. Mit PPO-Clip liegt die Ratio weit über 1 + ε, und D zieht gar nicht mehr. Unter CISPO zieht es, schreit aber nicht.</translation>
    </message>
    <message>
        <source>Negative advantage</source>
        <translation>Negativer Advantage</translation>
    </message>
    <message>
        <source>C was hidden by the user, which counts −2, and logging rarely showed it: PPO clip pushes it down with all of its ratio. Dual clip lets go of it, ECPO bounds the ratio. Step and see who gains what C loses.</source>
        <translation>C wurde vom Nutzer ausgeblendet, was −2 zählt, und Logging zeigte es selten: PPO-Clip drückt es mit seiner ganzen Ratio nach unten. Dual-Clip lässt es los, ECPO begrenzt die Ratio. Ein Schritt zeigt, wer gewinnt, was C verliert.</translation>
    </message>
    <message>
        <source>KL holds</source>
        <translation>KL hält</translation>
    </message>
    <message>
        <source>The reward pulls A up; KL pulls back the more, the further π has moved from the supervised policy. Play until nothing moves: there both arrows are of one length. Drag β, and the policy goes on or comes back.</source>
        <translation>Der Reward zieht A nach oben; KL zieht umso mehr zurück, je weiter π sich von der überwachten Policy entfernt hat. Abspielen, bis sich nichts mehr bewegt: Dort sind beide Pfeile gleich lang. An β ziehen, und die Policy geht weiter oder kommt zurück.</translation>
    </message>
    <message>
        <source>Uniform logging</source>
        <translation>Gleichverteiltes Logging</translation>
    </message>
    <message>
        <source>Logging drew by lot, so all ratios are π·N and none explodes. Drag one propensity down and see what a logging policy with tastes does to the arrow of that candidate.</source>
        <translation>Logging hat gelost, also sind alle Ratios π·N, und keine explodiert. Eine Propensity nach unten ziehen und sehen, was eine Logging-Policy mit Vorlieben mit dem Pfeil dieses Kandidaten macht.</translation>
    </message>
    <message>
        <source>All rewards equal</source>
        <translation>Alle Rewards gleich</translation>
    </message>
    <message>
        <source>Every candidate was clicked: GRPO compares them and finds no difference, so there is no gradient. Take one click away and arrows appear; or choose IPS, which pushes even where there is nothing to choose.</source>
        <translation>Jeder Kandidat wurde angeklickt: GRPO vergleicht sie und findet keinen Unterschied, also keinen Gradienten. Einen Klick wegnehmen, und Pfeile erscheinen; oder IPS wählen, das auch dort schiebt, wo es nichts zu wählen gibt.</translation>
    </message>
    <message>
        <source>Only the drawn item is known</source>
        <translation>Nur das gezogene Item ist bekannt</translation>
    </message>
    <message>
        <source>A bandit log: the logging policy drew B, and only B&apos;s action is seen. One row has no group to be compared with, so GRPO stays still; IPS and PPO clip move. Click another name to have it drawn.</source>
        <translation>Ein Banditen-Protokoll: Die Logging-Policy zog B, und nur die Aktion von B ist zu sehen. Eine einzelne Zeile hat keine Gruppe zum Vergleich, also steht GRPO still; IPS und PPO-Clip bewegen sich. Auf einen anderen Namen klicken, damit er gezogen wird.</translation>
    </message>
    <message>
        <source>Observed against article rows</source>
        <translation>Zeilen „observed“ gegen „article“</translation>
    </message>
    <message>
        <source>All items were shown, so all actions are known whatever logging would have drawn. Under the rows “observed” the arrows follow the expected reward; choose “article” and what logging disliked pulls hardest.</source>
        <translation>Alle Items wurden gezeigt, also sind alle Aktionen bekannt, was immer Logging gezogen hätte. Mit den Zeilen „observed“ folgen die Pfeile dem erwarteten Reward; mit „article“ zieht am stärksten, was Logging nicht mochte.</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Names and time</source>
        <translation>Namen und Zeit</translation>
    </message>
    <message>
        <source>What people did</source>
        <translation>Was die Leute taten</translation>
    </message>
    <message>
        <source>How it was shown</source>
        <translation>Wie es gezeigt wurde</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>rows of the log</source>
        <translation>Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>No column is named &quot;%1&quot;; there are %2.</source>
        <translation>Keine Spalte heißt „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a number behind %2.</source>
        <translation>„%1“ braucht eine Zahl hinter %2.</translation>
    </message>
</context>
<context>
    <name>StepCsv</name>
    <message>
        <source>%1, smoothed</source>
        <translation>%1, geglättet</translation>
    </message>
</context>
<context>
    <name>TakenSlate</name>
    <message>
        <source>No slate is shown: choose one in the panel Sessions.</source>
        <translation>Es wird keine Slate gezeigt: im Bereich Sitzungen eine wählen.</translation>
    </message>
    <message>
        <source>No estimator has judged the slate yet: train or open a run, so that there is a p.</source>
        <translation>Noch hat kein Schätzer die Slate beurteilt: einen Lauf trainieren oder öffnen, damit es ein p gibt.</translation>
    </message>
    <message>
        <source>The slate has %1 candidates; the board takes 3 to 8.</source>
        <translation>Die Slate hat %1 Kandidaten; die Tafel nimmt 3 bis 8.</translation>
    </message>
    <message>
        <source>%1 of %2 candidates: the drawn one and those that the policy likes best. π and π_β are among them alone.</source>
        <translation>%1 von %2 Kandidaten: der gezogene und die, die der Policy am besten gefallen. π und π_β gelten nur unter ihnen.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks: those that weigh most.</source>
        <translation>%1 von %2 Aufgaben: die mit dem größten Gewicht.</translation>
    </message>
    <message>
        <source>The log does not state propensities: uniform ones are drawn.</source>
        <translation>Das Protokoll gibt keine Propensities an: gezeichnet sind gleiche.</translation>
    </message>
    <message>
        <source>The log states π_β of the drawn item only: the others share the rest.</source>
        <translation>Das Protokoll gibt nur π_β des gezogenen Items an: Die anderen teilen sich den Rest.</translation>
    </message>
    <message>
        <source>A bandit log tells the actions of the drawn item only.</source>
        <translation>Ein Banditen-Protokoll kennt nur die Aktionen des gezogenen Items.</translation>
    </message>
</context>
<context>
    <name>TrailWorker</name>
    <message>
        <source>This run has no trail of checkpoints to replay.</source>
        <translation>Zu diesem Lauf gibt es keine Folge von Checkpoints zum Abspielen.</translation>
    </message>
</context>
<context>
    <name>luce::desktop</name>
    <message>
        <source>Clipped share</source>
        <translation>Begrenzter Anteil</translation>
    </message>
    <message>
        <source>Rows with a ratio beyond a clip bound. When most are: lower the learning rate, raise the KL weight or widen the clip. Observed rows (ρ = π) mostly lie low from the start.</source>
        <translation>Zeilen mit einer Ratio jenseits einer Clip-Grenze. Wenn es die meisten sind: Lernrate senken, KL-Gewicht erhöhen oder die Clip-Grenzen erweitern. Beobachtete Zeilen (ρ = π) liegen von Anfang an meist niedrig.</translation>
    </message>
    <message>
        <source>share of rows</source>
        <translation>Anteil der Zeilen</translation>
    </message>
    <message>
        <source>low</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>high</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>Importance ratios</source>
        <translation>Importance-Ratios</translation>
    </message>
    <message>
        <source>How ρ spreads over the rows. When the top runs away from the median, few rows rule the gradient: clip, raise the KL weight or lower the learning rate.</source>
        <translation>Wie sich ρ über die Zeilen verteilt. Wenn die Spitze dem Median davonläuft, beherrschen wenige Zeilen den Gradienten: begrenzen, KL-Gewicht erhöhen oder Lernrate senken.</translation>
    </message>
    <message>
        <source>ρ</source>
        <translation>ρ</translation>
    </message>
    <message>
        <source>10 %</source>
        <translation>10 %</translation>
    </message>
    <message>
        <source>50 %</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>99 %</source>
        <translation>99 %</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größte</translation>
    </message>
    <message>
        <source>Effective sample size</source>
        <translation>Effektive Stichprobengröße</translation>
    </message>
    <message>
        <source>How many equally weighted rows a batch is worth, as a share of its rows. Below about 0.1 few rows decide: raise the KL weight, clip, or enlarge the batch.</source>
        <translation>Wie viele gleich gewichtete Zeilen ein Batch wert ist, als Anteil seiner Zeilen. Unter etwa 0,1 entscheiden wenige Zeilen: KL-Gewicht erhöhen, begrenzen oder den Batch vergrößern.</translation>
    </message>
    <message>
        <source>effective sample size</source>
        <translation>effektive Stichprobengröße</translation>
    </message>
    <message>
        <source>KL and entropy</source>
        <translation>KL und Entropie</translation>
    </message>
    <message>
        <source>Distance from the reference and, where the log states propensities, from the logging policy. When KL climbs or entropy nears 0, raise the KL weight.</source>
        <translation>Abstand zur Referenz und, wo das Protokoll Propensities angibt, zur Logging-Policy. Wenn KL steigt oder die Entropie gegen 0 geht, das KL-Gewicht erhöhen.</translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation>KL, Nats</translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation>Entropie, Nats</translation>
    </message>
    <message>
        <source>KL to reference</source>
        <translation>KL zur Referenz</translation>
    </message>
    <message>
        <source>KL to logging</source>
        <translation>KL zur Logging-Policy</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Advantages</source>
        <translation>Advantages</translation>
    </message>
    <message>
        <source>Mean and spread in a batch. A spread near 0 teaches nothing: check the reward weights. A mean far from 0 pulls all items alike: choose a scheme with groups.</source>
        <translation>Mittelwert und Streuung in einem Batch. Eine Streuung nahe 0 lehrt nichts: Reward-Gewichte prüfen. Ein Mittelwert weit von 0 zieht alle Items gleich: ein Schema mit Gruppen wählen.</translation>
    </message>
    <message>
        <source>advantage</source>
        <translation>Advantage</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Norm before clipping, and slates that teach nothing (advantages all 0, or all clipped). When the norm jumps, lower the learning rate; when most are silent, widen the clip or group by batch.</source>
        <translation>Norm vor dem Begrenzen und Slates, die nichts lehren (alle Advantages 0 oder alle begrenzt). Wenn die Norm springt, die Lernrate senken; wenn die meisten schweigen, die Clip-Grenzen erweitern oder nach Batch gruppieren.</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>share of slates</source>
        <translation>Anteil der Slates</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>slates without gradient</source>
        <translation>Slates ohne Gradient</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The optimiser&apos;s learning rate, in warm-up and in alignment. When losses jump, lower it; when nothing moves, raise it.</source>
        <translation>Lernrate des Optimierers beim Aufwärmen und beim Ausrichten. Wenn Verluste springen, senken; wenn sich nichts bewegt, erhöhen.</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>Das Item</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Place at which it was shown; – is not known</source>
        <translation>Platz, an dem es gezeigt wurde; – heißt unbekannt</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Place by the score</source>
        <translation>Platz nach dem Score</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>How many places it rises (▲) or falls (▼) from where it was shown</source>
        <translation>Um wie viele Plätze es gegenüber der Anzeige steigt (▲) oder fällt (▼)</translation>
    </message>
    <message>
        <source>p(%1)</source>
        <translation>p(%1)</translation>
    </message>
    <message>
        <source>Predicted probability of the action %1</source>
        <translation>Vorhergesagte Wahrscheinlichkeit der Aktion %1</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Score: Σ weight · p(task)</source>
        <translation>Score: Σ Gewicht · p(Aufgabe)</translation>
    </message>
    <message>
        <source>π_θ</source>
        <translation>π_θ</translation>
    </message>
    <message>
        <source>Probability of the first place under the policy</source>
        <translation>Wahrscheinlichkeit des ersten Platzes unter der Policy</translation>
    </message>
    <message>
        <source>π_β</source>
        <translation>π_β</translation>
    </message>
    <message>
        <source>Probability of the first place when the log was made</source>
        <translation>Wahrscheinlichkeit des ersten Platzes, als das Protokoll entstand</translation>
    </message>
    <message>
        <source>Importance ratio: what the row weighs in estimates; bars on a log scale around 1</source>
        <translation>Importance-Ratio: was die Zeile in Schätzungen wiegt; Balken auf logarithmischer Skala um 1</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Reward: Σ reward weight · action</source>
        <translation>Reward: Σ Reward-Gewicht · Aktion</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>What the user did</source>
        <translation>Was der Nutzer tat</translation>
    </message>
    <message>
        <source>Feature of the candidate: %1</source>
        <translation>Merkmal des Kandidaten: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>This format says itself what its columns mean; there is nothing to choose.</source>
        <translation>Dieses Format gibt selbst an, was seine Spalten bedeuten; es gibt nichts zu wählen.</translation>
    </message>
    <message>
        <source>Nothing can be tried before the problems listed are mended.</source>
        <translation>Es kann nichts probiert werden, bevor die aufgeführten Probleme behoben sind.</translation>
    </message>
    <message>
        <source>All %1 lines tried: </source>
        <translation>Alle %1 Zeilen probiert: </translation>
    </message>
    <message>
        <source>%1 lines tried: </source>
        <translation>%1 Zeilen probiert: </translation>
    </message>
    <message>
        <source>no sound slate among them.</source>
        <translation>keine fehlerfreie Slate darunter.</translation>
    </message>
    <message>
        <source>%1 over a catalogue of %2</source>
        <translation>%1 über einem Katalog von %2</translation>
    </message>
    <message>
        <source>%1 of a single candidate, %2</source>
        <translation>%1 mit einem einzigen Kandidaten, %2</translation>
    </message>
    <message>
        <source>%1 of %2 candidates, %3</source>
        <translation>%1 mit %2 Kandidaten, %3</translation>
    </message>
    <message>
        <source>; about %1 slates in all</source>
        <translation>; insgesamt etwa %1 Slates</translation>
    </message>
    <message>
        <source>%1 among those tried. Importing the sound slates leaves out the whole slate of each faulty line, since a slate that lacks a candidate would be another slate: %2 of %3.</source>
        <translation>%1 unter den probierten. Beim Import der fehlerfreien Slates entfällt zu jeder fehlerhaften Zeile die ganze Slate, da eine Slate, der ein Kandidat fehlt, eine andere wäre: %2 von %3.</translation>
    </message>
    <message>
        <source>Mind: %1 sounds like something measured after the slate was shown. As a feature it gives labels away; ignore it, or make it a task with a threshold.</source>
        <translation>Achtung: %1 klingt nach etwas, das erst nach dem Zeigen der Slate gemessen wurde. Als Merkmal verrät es die Labels; ignorieren oder zu einer Aufgabe mit Schwelle machen.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>Reward</translation>
    </message>
    <message>
        <source>greedy reward</source>
        <translation>Greedy-Reward</translation>
    </message>
    <message>
        <source>NDCG</source>
        <translation>NDCG</translation>
    </message>
    <message>
        <source>%1 at first place</source>
        <translation>%1 auf dem ersten Platz</translation>
    </message>
    <message>
        <source>%1 at first place, SNIPS</source>
        <translation>%1 auf dem ersten Platz, SNIPS</translation>
    </message>
    <message>
        <source>%1 (less is better)</source>
        <translation>%1 (weniger ist besser)</translation>
    </message>
    <message>
        <source>reward at first place</source>
        <translation>Reward auf dem ersten Platz</translation>
    </message>
    <message>
        <source>reward at first place, SNIPS</source>
        <translation>Reward auf dem ersten Platz, SNIPS</translation>
    </message>
    <message>
        <source>reward of the best-scored candidate</source>
        <translation>Reward des Kandidaten mit dem besten Score</translation>
    </message>
    <message>
        <source>How often the item that the policy places first earns the action.</source>
        <translation>Wie oft das Item, das die Policy auf den ersten Platz setzt, die Aktion auslöst.</translation>
    </message>
    <message>
        <source>The tasks&apos; outcomes times the reward weights, as they were when the sweep began.</source>
        <translation>Die Ergebnisse der Aufgaben mal den Reward-Gewichten, wie sie beim Start des Sweeps waren.</translation>
    </message>
    <message>
        <source>The reward of the best-scored candidate alone, whatever the temperature.</source>
        <translation>Nur der Reward des Kandidaten mit dem besten Score, gleich bei welcher Temperatur.</translation>
    </message>
    <message>
        <source>How well the order by score agrees with the rewards that were logged.</source>
        <translation>Wie gut die Reihenfolge nach Score mit den protokollierten Rewards übereinstimmt.</translation>
    </message>
    <message>
        <source>How many equally weighted rows the weighted ones are worth: few mean a vague estimate.</source>
        <translation>Wie viele gleich gewichtete Zeilen die gewichteten wert sind: wenige bedeuten eine vage Schätzung.</translation>
    </message>
    <message>
        <source>reward − before: %1</source>
        <translation>Reward − vorher: %1</translation>
    </message>
    <message>
        <source>Advantage of the row under the scheme: its reward (of observed rows divided by the place&apos;s examination) seen against its group. Where training compares rows over a batch, rows from all over the log stand for the batch</source>
        <translation>Advantage der Zeile unter dem Schema: ihr Reward (bei beobachteten Zeilen geteilt durch die Betrachtung des Platzes) gegenüber ihrer Gruppe. Wo das Training Zeilen über einen Batch vergleicht, stehen Zeilen aus dem ganzen Protokoll für den Batch</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>Slate</translation>
    </message>
    <message>
        <source>slates</source>
        <translation>Slates</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>faulty line</source>
        <translation>fehlerhafte Zeile</translation>
    </message>
    <message>
        <source>faulty lines</source>
        <translation>fehlerhafte Zeilen</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>True reward of a request</source>
        <translation>Wahrer Reward einer Anfrage</translation>
    </message>
    <message>
        <source>What a request earns in expectation, by the audience&apos;s own value weights.</source>
        <translation>Was eine Anfrage im Erwartungswert einbringt, nach den eigenen Wertgewichten des Publikums.</translation>
    </message>
    <message>
        <source>True reward of a user and day</source>
        <translation>Wahrer Reward je Nutzer und Tag</translation>
    </message>
    <message>
        <source>Reward of a request times the share of users who are there: what the service earns.</source>
        <translation>Reward einer Anfrage mal Anteil der anwesenden Nutzer: was der Dienst einbringt.</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Regret</translation>
    </message>
    <message>
        <source>What the best order of the same candidates by immediate reward would have earned more.</source>
        <translation>Was die nach sofortigem Reward beste Reihenfolge derselben Kandidaten mehr eingebracht hätte.</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>Rückkehrquote</translation>
    </message>
    <message>
        <source>Share of the day&apos;s users who come back the next day.</source>
        <translation>Anteil der Nutzer des Tages, die am nächsten Tag wiederkommen.</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Zufriedenheit</translation>
    </message>
    <message>
        <source>Mean satisfaction of all users, 0 to 1.</source>
        <translation>Mittlere Zufriedenheit aller Nutzer, 0 bis 1.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Users who were there.</source>
        <translation>Nutzer, die da waren.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Share of the items on offer that were looked at.</source>
        <translation>Anteil der angebotenen Items, die angesehen wurden.</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>Inequality of looks over items: 0 = all the same, 1 = one has all.</source>
        <translation>Ungleichheit der Blicke über die Items: 0 = alle gleich, 1 = eines hat alle.</translation>
    </message>
    <message>
        <source>Promised over true reward</source>
        <translation>Versprochener zu wahrem Reward</translation>
    </message>
    <message>
        <source>Predicted over true reward of what was shown; 1 = calibrated, above = promises too much.</source>
        <translation>Vorhergesagter zu wahrem Reward des Gezeigten; 1 = kalibriert, darüber = verspricht zu viel.</translation>
    </message>
    <message>
        <source>Calibration error of clicks</source>
        <translation>Kalibrierungsfehler der Klicks</translation>
    </message>
    <message>
        <source>Expected calibration error of predicted clicks against the truth.</source>
        <translation>Erwarteter Kalibrierungsfehler der vorhergesagten Klicks gegen die Wahrheit.</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Im Einklang</translation>
    </message>
    <message>
        <source>Looks tell the truth: what is clicked is enjoyed, so short and long term agree.</source>
        <translation>Das Aussehen sagt die Wahrheit: Was geklickt wird, gefällt, und so stimmen kurze und lange Sicht überein.</translation>
    </message>
    <message>
        <source>Clickbait</source>
        <translation>Klickköder</translation>
    </message>
    <message>
        <source>What looks best is worst: clicks pay now, and users stop returning later.</source>
        <translation>Was am besten aussieht, ist am schlechtesten: Klicks zahlen jetzt, und später bleiben die Nutzer weg.</translation>
    </message>
    <message>
        <source>Sparse reward</source>
        <translation>Seltener Reward</translation>
    </message>
    <message>
        <source>Nearly all value lies in a rare action: few rows say what pays.</source>
        <translation>Fast aller Wert liegt in einer seltenen Aktion: Wenige Zeilen sagen, was sich lohnt.</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>Items and users are replaced all the time, and little is known of any of them.</source>
        <translation>Items und Nutzer werden ständig ersetzt, und von keinem ist viel bekannt.</translation>
    </message>
    <message>
        <source>Shifted logging policy</source>
        <translation>Verschobene Logging-Policy</translation>
    </message>
    <message>
        <source>The first log comes from a policy that is sure of itself and wrong.</source>
        <translation>Das erste Protokoll stammt von einer Policy, die sich sicher ist und irrt.</translation>
    </message>
    <message>
        <source>No propensities</source>
        <translation>Ohne Propensities</translation>
    </message>
    <message>
        <source>Logs say neither how likely a candidate was placed first nor whether a place was looked at.</source>
        <translation>Die Protokolle sagen weder, wie wahrscheinlich ein Kandidat an die erste Stelle kam, noch, ob ein Platz angesehen wurde.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Hinsehen</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Wiederkommen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wandel</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Slate size</source>
        <translation>Größe der Slate</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Click rate</source>
        <translation>Klickrate</translation>
    </message>
    <message>
        <source>Long view rate</source>
        <translation>Rate langer Aufrufe</translation>
    </message>
    <message>
        <source>Like rate</source>
        <translation>Like-Rate</translation>
    </message>
    <message>
        <source>Relevance on click</source>
        <translation>Relevanz → Klick</translation>
    </message>
    <message>
        <source>Appeal on click</source>
        <translation>Reiz → Klick</translation>
    </message>
    <message>
        <source>Relevance on long view</source>
        <translation>Relevanz → langer Aufruf</translation>
    </message>
    <message>
        <source>Quality on long view</source>
        <translation>Qualität → langer Aufruf</translation>
    </message>
    <message>
        <source>Relevance on like</source>
        <translation>Relevanz → Like</translation>
    </message>
    <message>
        <source>Quality on like</source>
        <translation>Qualität → Like</translation>
    </message>
    <message>
        <source>Relevance on enjoyment</source>
        <translation>Relevanz → Gefallen</translation>
    </message>
    <message>
        <source>Quality on enjoyment</source>
        <translation>Qualität → Gefallen</translation>
    </message>
    <message>
        <source>Appeal of quality</source>
        <translation>Reiz der Qualität</translation>
    </message>
    <message>
        <source>Position bias</source>
        <translation>Positionsverzerrung</translation>
    </message>
    <message>
        <source>Persistence</source>
        <translation>Ausdauer</translation>
    </message>
    <message>
        <source>Satiation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Satisfaction rate</source>
        <translation>Tempo der Zufriedenheit</translation>
    </message>
    <message>
        <source>Empty session</source>
        <translation>Leere Sitzung</translation>
    </message>
    <message>
        <source>Return slope</source>
        <translation>Steigung der Rückkehr</translation>
    </message>
    <message>
        <source>Comeback</source>
        <translation>Wiederkehr</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Item turnover</source>
        <translation>Wechsel der Items</translation>
    </message>
    <message>
        <source>User turnover</source>
        <translation>Wechsel der Nutzer</translation>
    </message>
    <message>
        <source>Taste noise</source>
        <translation>Rauschen der Vorlieben</translation>
    </message>
    <message>
        <source>Appeal noise</source>
        <translation>Rauschen des Reizes</translation>
    </message>
    <message>
        <source>Quality noise</source>
        <translation>Rauschen der Qualität</translation>
    </message>
    <message>
        <source>Logging quality</source>
        <translation>Güte der Logging-Policy</translation>
    </message>
    <message>
        <source>Logging temperature</source>
        <translation>Temperatur der Logging-Policy</translation>
    </message>
    <message>
        <source>Users of the service, present or not.</source>
        <translation>Nutzer des Dienstes, anwesend oder nicht.</translation>
    </message>
    <message>
        <source>Items on offer at any time.</source>
        <translation>Items, die jeweils angeboten werden.</translation>
    </message>
    <message>
        <source>Candidates of a request.</source>
        <translation>Kandidaten einer Anfrage.</translation>
    </message>
    <message>
        <source>Dimensions of tastes.</source>
        <translation>Dimensionen der Vorlieben.</translation>
    </message>
    <message>
        <source>Share of looked-at random candidates that are clicked.</source>
        <translation>Anteil der angesehenen zufälligen Kandidaten, die geklickt werden.</translation>
    </message>
    <message>
        <source>Share of them that are viewed for long.</source>
        <translation>Anteil davon, der lange aufgerufen wird.</translation>
    </message>
    <message>
        <source>Share of them that are liked.</source>
        <translation>Anteil davon, der ein Like erhält.</translation>
    </message>
    <message>
        <source>Share of users with medium satisfaction who return the next day.</source>
        <translation>Anteil der Nutzer mittlerer Zufriedenheit, die am nächsten Tag wiederkommen.</translation>
    </message>
    <message>
        <source>How much relevance raises clicks.</source>
        <translation>Wie sehr Relevanz Klicks vermehrt.</translation>
    </message>
    <message>
        <source>How much an appealing look raises clicks.</source>
        <translation>Wie sehr ein reizvolles Aussehen Klicks vermehrt.</translation>
    </message>
    <message>
        <source>How much relevance raises long views of what was clicked.</source>
        <translation>Wie sehr Relevanz lange Aufrufe des Geklickten vermehrt.</translation>
    </message>
    <message>
        <source>How much quality raises long views of what was clicked.</source>
        <translation>Wie sehr Qualität lange Aufrufe des Geklickten vermehrt.</translation>
    </message>
    <message>
        <source>How much relevance raises likes of what was viewed for long.</source>
        <translation>Wie sehr Relevanz Likes des lange Aufgerufenen vermehrt.</translation>
    </message>
    <message>
        <source>How much quality raises likes of what was viewed for long.</source>
        <translation>Wie sehr Qualität Likes des lange Aufgerufenen vermehrt.</translation>
    </message>
    <message>
        <source>How much relevance raises enjoyment of what was clicked.</source>
        <translation>Wie sehr Relevanz das Gefallen am Geklickten hebt.</translation>
    </message>
    <message>
        <source>How much quality raises enjoyment of what was clicked.</source>
        <translation>Wie sehr Qualität das Gefallen am Geklickten hebt.</translation>
    </message>
    <message>
        <source>Correlation of appeal and quality over items: 1 = looks tell the truth, −1 = clickbait.</source>
        <translation>Korrelation von Reiz und Qualität über die Items: 1 = das Aussehen sagt die Wahrheit, −1 = Klickköder.</translation>
    </message>
    <message>
        <source>Place k is looked at with probability k^−bias when reached.</source>
        <translation>Platz k wird, wenn er erreicht ist, mit Wahrscheinlichkeit k^−Verzerrung angesehen.</translation>
    </message>
    <message>
        <source>Share of users who go on to the next place.</source>
        <translation>Anteil der Nutzer, die zum nächsten Platz weitergehen.</translation>
    </message>
    <message>
        <source>Share of long views after which users do not go on.</source>
        <translation>Anteil der langen Aufrufe, nach denen Nutzer nicht weitergehen.</translation>
    </message>
    <message>
        <source>How fast satisfaction follows enjoyment.</source>
        <translation>Wie schnell die Zufriedenheit dem Gefallen folgt.</translation>
    </message>
    <message>
        <source>What a session without a click does for satisfaction.</source>
        <translation>Was eine Sitzung ohne Klick für die Zufriedenheit bedeutet.</translation>
    </message>
    <message>
        <source>How much satisfaction decides about returning.</source>
        <translation>Wie sehr die Zufriedenheit über die Rückkehr entscheidet.</translation>
    </message>
    <message>
        <source>Share of absent users who look in again, a day.</source>
        <translation>Anteil der abwesenden Nutzer, die wieder hereinschauen, je Tag.</translation>
    </message>
    <message>
        <source>How far tastes move a day.</source>
        <translation>Wie weit sich Vorlieben an einem Tag bewegen.</translation>
    </message>
    <message>
        <source>Share of items replaced by new ones, a day.</source>
        <translation>Anteil der Items, die durch neue ersetzt werden, je Tag.</translation>
    </message>
    <message>
        <source>Share of users replaced by new ones, a day.</source>
        <translation>Anteil der Nutzer, die durch neue ersetzt werden, je Tag.</translation>
    </message>
    <message>
        <source>Noise on the tastes that the log shows.</source>
        <translation>Rauschen auf den Vorlieben, die das Protokoll zeigt.</translation>
    </message>
    <message>
        <source>Noise on the appeal that the log shows.</source>
        <translation>Rauschen auf dem Reiz, den das Protokoll zeigt.</translation>
    </message>
    <message>
        <source>Noise on the quality that the log shows.</source>
        <translation>Rauschen auf der Qualität, die das Protokoll zeigt.</translation>
    </message>
    <message>
        <source>Correlation of the logging policy&apos;s scores with the true value.</source>
        <translation>Korrelation der Scores der Logging-Policy mit dem wahren Wert.</translation>
    </message>
    <message>
        <source>Temperature of the logging policy.</source>
        <translation>Temperatur der Logging-Policy.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Standard audience</source>
        <translation>Standardpublikum</translation>
    </message>
    <message>
        <source>Audience of its own</source>
        <translation>Eigenes Publikum</translation>
    </message>
    <message>
        <source>The first round is the logging policy&apos;s for all rankers: without a second one there is nothing to compare.</source>
        <translation>Die erste Runde ist bei allen Rankern die der Logging-Policy: Ohne eine zweite gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>One seed has no interval: no difference can be told from chance.</source>
        <translation>Ein Startwert hat kein Intervall: Kein Unterschied lässt sich vom Zufall trennen.</translation>
    </message>
    <message>
        <source>Intervals over two seeds are very wide; with three they are less than a third of that.</source>
        <translation>Intervalle über zwei Startwerte sind sehr weit; mit dreien sind sie weniger als ein Drittel davon.</translation>
    </message>
    <message>
        <source>Some rankers weigh actions otherwise than the audience&apos;s own weights, by which rewards are measured.</source>
        <translation>Manche Ranker gewichten Aktionen anders als das Publikum selbst, nach dessen Gewichten Rewards gemessen werden.</translation>
    </message>
    <message>
        <source>Without exploration a ranker hardly learns of what it ranks low, and its errors stay.</source>
        <translation>Ohne Exploration lernt ein Ranker kaum etwas von dem, was er nach hinten stellt, und seine Irrtümer bleiben.</translation>
    </message>
    <message>
        <source>How much the very relevant bores: no estimator that is linear in its features knows.</source>
        <translation>Wie sehr das sehr Relevante langweilt: Kein in seinen Merkmalen linearer Schätzer weiß davon.</translation>
    </message>
    <message>
        <source>Boredom</source>
        <translation>Langeweile</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Model as TorchScript</source>
        <translation>Modell als TorchScript</translation>
    </message>
    <message>
        <source>Features in, score and task probabilities out; normalisation, value weights and the Plackett–Luce ranking are inside. Python opens it with torch.jit.load.</source>
        <translation>Merkmale hinein, Score und Wahrscheinlichkeiten der Aufgaben heraus; Normierung, Wertgewichte und die Plackett–Luce-Rangfolge sind darin. Python öffnet es mit torch.jit.load.</translation>
    </message>
    <message>
        <source>Model as ONNX</source>
        <translation>Modell als ONNX</translation>
    </message>
    <message>
        <source>Features in, score and task probabilities out; normalisation and value weights are inside. ONNX Runtime opens it, and most servers of models do.</source>
        <translation>Merkmale hinein, Score und Wahrscheinlichkeiten der Aufgaben heraus; Normierung und Wertgewichte sind darin. ONNX Runtime öffnet es, ebenso die meisten Modellserver.</translation>
    </message>
    <message>
        <source>Weights as safetensors</source>
        <translation>Gewichte als safetensors</translation>
    </message>
    <message>
        <source>The trained numbers alone, with a JSON file beside them that tells how they are put together. Nothing in it is ever executed.</source>
        <translation>Nur die gelernten Zahlen, mit einer JSON-Datei daneben, die sagt, wie sie zusammengehören. Nichts darin wird je ausgeführt.</translation>
    </message>
    <message>
        <source>Predictions as CSV</source>
        <translation>Vorhersagen als CSV</translation>
    </message>
    <message>
        <source>One line a candidate: task probabilities, score, policy, logging policy, ratio, reward, under the value weights and the temperature as they are.</source>
        <translation>Eine Zeile je Kandidat: Wahrscheinlichkeiten der Aufgaben, Score, Policy, Logging-Policy, Ratio, Reward, mit den Wertgewichten und der Temperatur, wie sie sind.</translation>
    </message>
    <message>
        <source>&lt;p&gt;No reason was found to distrust these numbers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kein Grund gefunden, diesen Zahlen zu misstrauen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Effective sample size &lt;b&gt;%1&lt;/b&gt; of %2 rows, mean ratio %3, largest %4; the largest 1 % of the ratios carry %5 % of all weight.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Effektive Stichprobengröße &lt;b&gt;%1&lt;/b&gt; von %2 Zeilen, mittlere Ratio %3, größte %4; das größte 1 % der Ratios trägt %5 % des gesamten Gewichts.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Support: %1 candidates, with %2 % of the policy&apos;s probability, of which no row tells what they earn.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Abdeckung: %1 Kandidaten mit %2 % der Wahrscheinlichkeit der Policy, bei denen keine Zeile sagt, was sie einbringen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1 rows&lt;/b&gt;: %2&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1 Zeilen&lt;/b&gt;: %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Propensity rule %1&lt;/b&gt;: %2&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Propensity-Regel %1&lt;/b&gt;: %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 slates, %2 of them without a positive reward and left out; ± is a 95 % interval over slates.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1 Slates, davon %2 ohne positiven Reward und ausgelassen; ± ist ein 95-%-Intervall über Slates.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Reward of the first %1 places&lt;/b&gt;, weighted by 1/place&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;ranking drawn (Plackett–Luce)&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%2&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;ranking by score&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%3&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;as logged&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%4&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Reward der ersten %1 Plätze&lt;/b&gt;, gewichtet mit 1/Platz&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;gezogenes Ranking (Plackett–Luce)&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%2&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Ranking nach Score&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%3&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;wie protokolliert&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%4&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td&gt;%1&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%2 %&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%3&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%4&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td&gt;%1&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%2 %&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%3&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%4&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;First places over %1 items&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;coverage&lt;/td&gt;&lt;td&gt;Gini&lt;/td&gt;&lt;td&gt;effective items&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Erste Plätze über %1 Items&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;Abdeckung&lt;/td&gt;&lt;td&gt;Gini&lt;/td&gt;&lt;td&gt;effektive Items&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>drawn from π</source>
        <translation>aus π gezogen</translation>
    </message>
    <message>
        <source>best score</source>
        <translation>bester Score</translation>
    </message>
    <message>
        <source>&lt;p&gt;Entropy %1 nats, KL from the supervised start %2&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entropie %1 Nats, KL vom überwachten Anfang %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Prediction by task&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;rate&lt;/td&gt;&lt;td&gt;predicted&lt;/td&gt;&lt;td&gt;AUC&lt;/td&gt;&lt;td&gt;log loss&lt;/td&gt;&lt;td&gt;Brier&lt;/td&gt;&lt;td&gt;calibration error&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Vorhersage nach Aufgabe&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;Rate&lt;/td&gt;&lt;td&gt;vorhergesagt&lt;/td&gt;&lt;td&gt;AUC&lt;/td&gt;&lt;td&gt;Log-Verlust&lt;/td&gt;&lt;td&gt;Brier&lt;/td&gt;&lt;td&gt;Kalibrierungsfehler&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>Keeping the loop…</source>
        <translation>Wird abgelegt…</translation>
    </message>
    <message>
        <source>Nothing played yet</source>
        <translation>Noch nichts gespielt</translation>
    </message>
    <message>
        <source>Paused after round %1 of %2</source>
        <translation>Pause nach Runde %1 von %2</translation>
    </message>
    <message>
        <source>All %1 rounds are played</source>
        <translation>Alle %1 Runden sind gespielt</translation>
    </message>
    <message>
        <source>Breaking round %1 off…</source>
        <translation>Runde %1 wird abgebrochen…</translation>
    </message>
    <message>
        <source>Round %1 of %2, %3 of %4 rankers</source>
        <translation>Runde %1 von %2, %3 von %4 Rankern</translation>
    </message>
    <message>
        <source> (%1 seeds)</source>
        <translation> (%1 Startwerte)</translation>
    </message>
    <message>
        <source>%1; then a pause</source>
        <translation>%1; dann Pause</translation>
    </message>
    <message>
        <source>Training goes on</source>
        <translation>Das Training läuft</translation>
    </message>
    <message>
        <source>Stop the training and quit? The run keeps its best weights so far.</source>
        <translation>Training stoppen und beenden? Der Lauf behält seine bisher besten Gewichte.</translation>
    </message>
    <message>
        <source>Schemes are being compared</source>
        <translation>Schemata werden verglichen</translation>
    </message>
    <message>
        <source>Stop the comparison and quit? Its finished runs stay in the workspace; the one in training keeps its best weights so far.</source>
        <translation>Den Vergleich anhalten und beenden? Seine fertigen Läufe bleiben im Arbeitsbereich; der laufende behält seine bisher besten Gewichte.</translation>
    </message>
    <message>
        <source>The feedback loop plays</source>
        <translation>Die Rückkopplung läuft</translation>
    </message>
    <message>
        <source>The workspace is not in its place</source>
        <translation>Der Arbeitsbereich ist nicht an seinem Platz</translation>
    </message>
    <message>
        <source>Runs wait in the queue</source>
        <translation>Läufe warten in der Warteschlange</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Beenden?</translation>
    </message>
    <message>
        <source>Save the schema</source>
        <translation>Spaltenschema speichern</translation>
    </message>
    <message>
        <source>Schemas (*.json)</source>
        <translation>Spaltenschemas (*.json)</translation>
    </message>
    <message>
        <source>The schema could not be saved</source>
        <translation>Das Spaltenschema konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Load a schema</source>
        <translation>Spaltenschema laden</translation>
    </message>
    <message>
        <source>The schema could not be read</source>
        <translation>Das Spaltenschema konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Policy %1</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichverteilt</translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation>Logging-Policy</translation>
    </message>
    <message>
        <source>supervised start</source>
        <translation>überwachter Start</translation>
    </message>
    <message>
        <source>A training is about to begin</source>
        <translation>Ein Training beginnt gleich</translation>
    </message>
    <message>
        <source>Quit before it begins? The run that is being prepared is not kept.</source>
        <translation>Beenden, bevor es beginnt? Der Lauf, der vorbereitet wird, bleibt nicht erhalten.</translation>
    </message>
    <message>
        <source>Nothing goes on any more</source>
        <translation>Nichts läuft mehr</translation>
    </message>
    <message>
        <source>It is done. Quit?</source>
        <translation>Es ist fertig. Beenden?</translation>
    </message>
</context>
<context>
    <name>luce::desktop::AboutDialog</name>
    <message>
        <source>&lt;p&gt;Luce is free software: you can redistribute it and modify it under the terms of the &lt;a href=&apos;https://www.gnu.org/licenses/gpl-3.0.html&apos;&gt;GNU General Public License&lt;/a&gt;, version 3 or any later one. It comes without any warranty.&lt;/p&gt;&lt;p&gt;It stands on the work of others:&lt;/p&gt;</source>
        <translation>&lt;p&gt;Luce ist freie Software: Sie dürfen es unter den Bedingungen der &lt;a href=&apos;https://www.gnu.org/licenses/gpl-3.0.html&apos;&gt;GNU General Public License&lt;/a&gt;, Version 3 oder jeder späteren, weitergeben und verändern. Es kommt ohne jede Gewährleistung.&lt;/p&gt;&lt;p&gt;Es baut auf der Arbeit anderer auf:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Luce</source>
        <translation>Über Luce</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Luce %1&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Luce %1&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>What Luce is</source>
        <translation>Was Luce ist</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>The licences of Luce and of all that it is built with.</source>
        <translation>Die Lizenzen von Luce und von allem, womit es gebaut ist.</translation>
    </message>
    <message>
        <source>&amp;Luce</source>
        <translation>&amp;Luce</translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation>L&amp;izenzen</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>&lt;p&gt;A laboratory for reward-aligned ranking: the ranker is a policy, logged rewards are weighed by importance ratios, and the estimator is trained for the value that the list is sorted by.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein Labor für am Reward ausgerichtetes Ranking: Der Ranker ist eine Policy, protokollierte Rewards werden mit Importance-Ratios gewichtet, und der Schätzer wird auf den Wert trainiert, nach dem die Liste sortiert wird.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>luce::desktop::AudienceControls</name>
    <message>
        <source>states propensities</source>
        <translation>nennt Propensities</translation>
    </message>
    <message>
        <source>Whether logs say how likely each candidate was placed first. Without, rankers that need it learn from what they are told to assume.</source>
        <translation>Ob Protokolle sagen, wie wahrscheinlich jeder Kandidat an die erste Stelle kam. Sonst lernen Ranker, die das brauchen, aus dem, was sie annehmen sollen.</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>nach Platz</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>Looks are logged</source>
        <translation>Blicke im Protokoll</translation>
    </message>
    <message>
        <source>What logs say of how likely a place was looked at: the probability itself, which only a simulator knows, place^−bias, or nothing.</source>
        <translation>Was Protokolle darüber sagen, wie wahrscheinlich ein Platz angesehen wurde: die Wahrscheinlichkeit selbst, die nur ein Simulator kennt, Platz^−Verzerrung, oder nichts.</translation>
    </message>
    <message>
        <source>Logged propensities</source>
        <translation>Protokollierte Propensities</translation>
    </message>
    <message>
        <source>Logged looks</source>
        <translation>Protokollierte Blicke</translation>
    </message>
    <message>
        <source>True value of an action</source>
        <translation>Wahrer Wert einer Aktion</translation>
    </message>
    <message>
        <source>True value of %1</source>
        <translation>Wahrer Wert von %1</translation>
    </message>
    <message>
        <source>What one %1 is worth: all rewards are measured by these, whatever the rankers&apos; own value weights are.</source>
        <translation>Was eine Aktion %1 wert ist: Danach werden alle Rewards gemessen, welche Wertgewichte die Ranker auch haben.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::AveragesChart</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>luce::desktop::Blackboard</name>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>A slate of candidates, a column each. Drag p, the score or π_β; click an action or a name. The arrow on a score is −∂L/∂s: where a step moves it. With the keyboard: Left and Right for the candidate, Page Up and Page Down for the quantity, Up and Down to change it (with Shift in small, with Ctrl in large steps), Space for actions and the draw, Enter for a step. The page “Numbers” has all of it as a table.</source>
        <translation>Eine Slate von Kandidaten, je eine Spalte. p, Score oder π_β ziehen; eine Aktion oder einen Namen anklicken. Der Pfeil am Score ist −∂L/∂s: wohin ein Schritt ihn bewegt. Mit der Tastatur: Links und Rechts für den Kandidaten, Bild auf und Bild ab für die Größe, Auf und Ab zum Ändern (mit Umschalt in kleinen, mit Strg in großen Schritten), Leertaste für Aktionen und die Ziehung, Eingabe für einen Schritt. Die Seite „Zahlen“ zeigt alles als Tabelle.</translation>
    </message>
    <message>
        <source>%1 was drawn by the logging policy</source>
        <translation>%1 wurde von der Logging-Policy gezogen</translation>
    </message>
    <message>
        <source>%1 was not drawn</source>
        <translation>%1 wurde nicht gezogen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>no %1 on %2</source>
        <translation>kein %1 bei %2</translation>
    </message>
    <message>
        <source>score of %1: steps δ = %2</source>
        <translation>Score von %1: Schritte δ = %2</translation>
    </message>
    <message>
        <source>π_β of %1 = %2</source>
        <translation>π_β von %1 = %2</translation>
    </message>
    <message>
        <source>%1 is drawn</source>
        <translation>%1 ist gezogen</translation>
    </message>
    <message>
        <source>δ of %1 = %2</source>
        <translation>δ von %1 = %2</translation>
    </message>
</context>
<context>
    <name>luce::desktop::BrowsePage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Which slates to list, as an expression over the columns: =, &lt;&gt;, &lt;, &gt;=, AND, OR, NOT, IN, LIKE, IS NULL. Texts go in single quotes. Enter searches, an empty line lists all.</source>
        <translation>Welche Slates aufgeführt werden, als Ausdruck über die Spalten: =, &lt;&gt;, &lt;, &gt;=, AND, OR, NOT, IN, LIKE, IS NULL. Texte stehen in einfachen Anführungszeichen. Die Eingabetaste sucht, eine leere Zeile führt alle auf.</translation>
    </message>
    <message>
        <source>Go to a key or #number</source>
        <translation>Zu Schlüssel oder #Nummer gehen</translation>
    </message>
    <message>
        <source>Go to slate</source>
        <translation>Zur Slate gehen</translation>
    </message>
    <message>
        <source>The key of a slate, or # and its number; Enter shows it in the list.</source>
        <translation>Der Schlüssel einer Slate oder # und ihre Nummer; die Eingabetaste zeigt sie in der Liste.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>End the search; the list stays as it was.</source>
        <translation>Suche beenden; die Liste bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Slates</source>
        <translation>Slates</translation>
    </message>
    <message>
        <source>All slates of the log that meet the condition. A double click opens the candidates of one.</source>
        <translation>Alle Slates des Protokolls, die die Bedingung erfüllen. Ein Doppelklick öffnet die Kandidaten einer Slate.</translation>
    </message>
    <message>
        <source>Candidates of the slate</source>
        <translation>Kandidaten der Slate</translation>
    </message>
    <message>
        <source>The candidates of the slate as they were logged.</source>
        <translation>Die Kandidaten der Slate, wie sie protokolliert wurden.</translation>
    </message>
    <message>
        <source>Close the candidates</source>
        <translation>Kandidaten schließen</translation>
    </message>
    <message>
        <source>the first %1 of %2 candidates</source>
        <translation>die ersten %1 von %2 Kandidaten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Slate %1 (number %2): %3</source>
        <translation>Slate %1 (Nummer %2): %3</translation>
    </message>
    <message>
        <source>Searching the slate: %1 %</source>
        <translation>Slate wird gesucht: %1 %</translation>
    </message>
    <message>
        <source>No slate has the key or number &quot;%1&quot;.</source>
        <translation>Keine Slate hat den Schlüssel oder die Nummer „%1“.</translation>
    </message>
    <message>
        <source>Copied %L1 slates.</source>
        <translation>%L1 Slates kopiert.</translation>
    </message>
    <message>
        <source>Condition, such as %1 &gt; 0 AND item = &apos;a&apos;; Enter searches</source>
        <translation>Bedingung, etwa %1 &gt; 0 AND item = &apos;a&apos;; Eingabetaste sucht</translation>
    </message>
    <message>
        <source>%L1 slates</source>
        <translation>%L1 Slates</translation>
    </message>
    <message>
        <source>%L1 of %L2 slates</source>
        <translation>%L1 von %L2 Slates</translation>
    </message>
    <message>
        <source>, the first %1 % searched</source>
        <translation>, die ersten %1 % durchsucht</translation>
    </message>
    <message>
        <source>Slate %L1 does not meet the condition; its candidates are shown below.</source>
        <translation>Slate %L1 erfüllt die Bedingung nicht; ihre Kandidaten stehen unten.</translation>
    </message>
    <message>
        <source>More than %L1 slates are selected; select fewer to copy them.</source>
        <translation>Mehr als %L1 Slates sind ausgewählt; zum Kopieren weniger auswählen.</translation>
    </message>
    <message>
        <source>Copied %L1 candidates.</source>
        <translation>%L1 Kandidaten kopiert.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::CandidateModel</name>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>luce::desktop::CatalogueDialog</name>
    <message>
        <source>Add an item of the catalogue</source>
        <translation>Item des Katalogs hinzufügen</translation>
    </message>
    <message>
        <source>Part of the item&apos;s key</source>
        <translation>Teil des Item-Schlüssels</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 items</source>
        <translation>Die ersten %L1 von %L2 Items</translation>
    </message>
    <message>
        <source>%L1 items</source>
        <translation>%L1 Items</translation>
    </message>
</context>
<context>
    <name>luce::desktop::CategoryFeatureRow</name>
    <message>
        <source>(missing)</source>
        <translation>(fehlt)</translation>
    </message>
    <message>
        <source>Values of the log, the most frequent first. Another text may be typed; one that the log does not have is new to the estimator.</source>
        <translation>Werte des Protokolls, die häufigsten zuerst. Ein anderer Text kann eingegeben werden; einer, den das Protokoll nicht kennt, ist neu für den Schätzer.</translation>
    </message>
    <message>
        <source>Back to the value in the log</source>
        <translation>Zurück zum Wert im Protokoll</translation>
    </message>
    <message>
        <source>Logged value of %1</source>
        <translation>Protokollierter Wert von %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ChartFrame</name>
    <message>
        <source>The wheel zooms at the mouse (Ctrl: along the horizontal axis only, Shift: along the vertical one); dragging draws the part to zoom to; dragging with the middle button, or with Shift or Space held, moves it; a double click shows all again. Keys: +, −, arrows, 0. A click on the legend hides and shows a series.</source>
        <translation>Das Mausrad zoomt an der Maus (Strg: nur entlang der waagerechten Achse, Umschalt: nur entlang der senkrechten); Ziehen wählt den Ausschnitt; Ziehen mit der mittleren Taste oder mit gehaltener Umschalt- oder Leertaste verschiebt ihn; ein Doppelklick zeigt wieder alles. Tasten: +, −, Pfeile, 0. Ein Klick in der Legende blendet eine Reihe aus und ein.</translation>
    </message>
    <message>
        <source>What can be done with the chart “%1”</source>
        <translation>Was sich mit dem Diagramm „%1“ tun lässt</translation>
    </message>
    <message>
        <source>Zoom, series, export</source>
        <translation>Zoom, Reihen, Export</translation>
    </message>
    <message>
        <source>Shows all of the chart again, shows and hides series, copies the chart or saves it as a picture or as numbers.</source>
        <translation>Zeigt wieder das ganze Diagramm, blendet Reihen ein und aus, kopiert das Diagramm oder speichert es als Bild oder als Zahlen.</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild k&amp;opieren</translation>
    </message>
    <message>
        <source>Export as &amp;PNG…</source>
        <translation>Als &amp;PNG exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;SVG…</source>
        <translation>Als &amp;SVG exportieren…</translation>
    </message>
    <message>
        <source>Export as P&amp;DF…</source>
        <translation>Als P&amp;DF exportieren…</translation>
    </message>
    <message>
        <source>Export numbers as CS&amp;V…</source>
        <translation>Zahlen als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Se&amp;ries</source>
        <translation>&amp;Reihen</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>The chart could not be exported</source>
        <translation>Das Diagramm konnte nicht exportiert werden</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ClicksBox</name>
    <message>
        <source>A place is looked at with probability 1/place^bias.</source>
        <translation>Ein Platz wird mit der Wahrscheinlichkeit 1/Platz^Verzerrung angesehen.</translation>
    </message>
    <message>
        <source>How often people click on what is not relevant.</source>
        <translation>Wie oft Leute auf Irrelevantes klicken.</translation>
    </message>
    <message>
        <source>Of the logging policy: small is decisive, large is random.</source>
        <translation>Der Logging-Policy: klein ist entschieden, groß ist zufällig.</translation>
    </message>
    <message>
        <source>Candidates shown in a slate.</source>
        <translation>In einer Slate gezeigte Kandidaten.</translation>
    </message>
    <message>
        <source>The log has grades of relevance and no clicks: a logging policy ranks, and people click on what they see.</source>
        <translation>Das Protokoll hat Relevanzgrade und keine Klicks: Eine Logging-Policy ordnet, und Leute klicken auf das, was sie sehen.</translation>
    </message>
    <message>
        <source>Position bias</source>
        <translation>Positionsverzerrung</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ClipCurveChart</name>
    <message>
        <source>compare with …</source>
        <translation>vergleichen mit …</translation>
    </message>
    <message>
        <source>Loss over ρ</source>
        <translation>Verlust über ρ</translation>
    </message>
    <message>
        <source>Coefficient ∂loss/∂log π over ρ</source>
        <translation>Koeffizient ∂Verlust/∂log π über ρ</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>Scheme to compare with</source>
        <translation>Vergleichsschema</translation>
    </message>
    <message>
        <source>Draws a second scheme, dashed, with its standard parameters. A scheme of the same family shares the parameters that both have; the chosen scheme itself is drawn as standard.</source>
        <translation>Zeichnet ein zweites Schema gestrichelt, mit seinen Standardparametern. Ein Schema derselben Familie teilt die Parameter, die beide haben; das gewählte Schema selbst wird mit Standardwerten gezeichnet.</translation>
    </message>
    <message>
        <source>Clip curve</source>
        <translation>Clip-Kurve</translation>
    </message>
    <message>
        <source>ρ of the batch at step %L1</source>
        <translation>ρ des Batches bei Schritt %L1</translation>
    </message>
    <message>
        <source>ρ of the held-out rows</source>
        <translation>ρ der zurückgehaltenen Zeilen</translation>
    </message>
    <message>
        <source>, %1 % beyond the axis</source>
        <translation>, %1 % jenseits der Achse</translation>
    </message>
    <message>
        <source>Behind: %1.</source>
        <translation>Im Hintergrund: %1.</translation>
    </message>
    <message>
        <source>π_β = %1.</source>
        <translation>π_β = %1.</translation>
    </message>
    <message>
        <source>%1 The curves are those of one row: its logging probability is fixed, the policy&apos;s is ρ times that, advantage and reward are 1 or −1.</source>
        <translation>%1 Die Kurven gelten für eine einzelne Zeile: Ihre Logging-Wahrscheinlichkeit ist fest, die der Policy ist das ρ-Fache davon, Advantage und Reward sind 1 oder −1.</translation>
    </message>
    <message>
        <source>━ %1 &gt; 0</source>
        <translation>━ %1 &gt; 0</translation>
    </message>
    <message>
        <source>━ %1 &lt; 0</source>
        <translation>━ %1 &lt; 0</translation>
    </message>
    <message>
        <source>┇ clip %1</source>
        <translation>┇ Clip %1</translation>
    </message>
    <message>
        <source> to </source>
        <translation> bis </translation>
    </message>
    <message>
        <source>┅ %1</source>
        <translation>┅ %1</translation>
    </message>
    <message>
        <source>, %1 %2</source>
        <translation>, %1 %2</translation>
    </message>
    <message>
        <source>ρ %1: </source>
        <translation>ρ %1: </translation>
    </message>
    <message>
        <source>%1, loss</source>
        <translation>%1, Verlust</translation>
    </message>
    <message>
        <source>%1, coefficient</source>
        <translation>%1, Koeffizient</translation>
    </message>
    <message>
        <source>%1 = 1</source>
        <translation>%1 = 1</translation>
    </message>
    <message>
        <source>%1 = −1</source>
        <translation>%1 = −1</translation>
    </message>
    <message>
        <source>Whether the coefficient or the loss is drawn, where there is room for one.</source>
        <translation>Ob der Koeffizient oder der Verlust gezeichnet wird, wo nur für eines Platz ist.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ColourMenu</name>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>By &amp;number</source>
        <translation>Nach der &amp;Nummer</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>&amp;Andere…</translation>
    </message>
    <message>
        <source>The colour of the run</source>
        <translation>Die Farbe des Laufs</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Gezeigte Spalten wählen</translation>
    </message>
    <message>
        <source>Which columns the table has: features of the candidates, predicted probabilities, policies, importance ratio, advantage and reward. The choice is remembered.</source>
        <translation>Welche Spalten die Tabelle hat: Merkmale der Kandidaten, vorhergesagte Wahrscheinlichkeiten, Policies, Importance-Ratio, Advantage und Reward. Die Auswahl wird gemerkt.</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ColumnDetails</name>
    <message>
        <source>Role of the column</source>
        <translation>Rolle der Spalte</translation>
    </message>
    <message>
        <source>No column selected</source>
        <translation>Keine Spalte ausgewählt</translation>
    </message>
    <message>
        <source>(row number)</source>
        <translation>(Zeilennummer)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>%L1, missing %L2</source>
        <translation>%L1, fehlend %L2</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschiedene</translation>
    </message>
    <message>
        <source>%L1 or more</source>
        <translation>%L1 oder mehr</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>%L1, from %2 to %3</source>
        <translation>%L1, von %2 bis %3</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>Etwa</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>luce::desktop::CommandDesk</name>
    <message>
        <source>luce-cli train with the experiment as it is now. It gives the same numbers on the same device with the same number of threads.</source>
        <translation>luce-cli train mit dem Experiment, wie es jetzt ist. Auf demselben Gerät mit derselben Zahl von Threads gibt das dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Copy the command that &amp;judges the run</source>
        <translation>Den &amp;Befehl kopieren, der den Lauf beurteilt</translation>
    </message>
    <message>
        <source>luce-cli evaluate of the opened run, with the value weights, slates, rows and comparison as they are now.</source>
        <translation>luce-cli evaluate des geöffneten Laufs, mit Wertgewichten, Slates, Zeilen und Vergleich, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>Copy the commands of the r&amp;un</source>
        <translation>Die &amp;Befehle des Laufs kopieren</translation>
    </message>
    <message>
        <source>luce-cli train and evaluate with the run&apos;s own experiment, under another name.</source>
        <translation>luce-cli train und evaluate mit dem eigenen Experiment des Laufs, unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Copied. One program at a time writes to a workspace: close it here before you run the command.</source>
        <translation>Kopiert. In einen Arbeitsbereich schreibt ein Programm zur Zeit: hier schließen, bevor der Befehl ausgeführt wird.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy the co&amp;mmand that trains this</source>
        <translation>Den Befehl &amp;kopieren, der das trainiert</translation>
    </message>
</context>
<context>
    <name>luce::desktop::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type the name of a command, or its initials</source>
        <translation>Name eines Befehls oder seine Anfangsbuchstaben</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>Name eines Befehls</translation>
    </message>
    <message>
        <source>Finds every command of the window: type some of its letters in their order, choose with the arrows, and press Enter.</source>
        <translation>Findet jeden Befehl des Fensters: einige Buchstaben in ihrer Reihenfolge eingeben, mit den Pfeiltasten wählen und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ComparisonChart</name>
    <message>
        <source>What each scheme earns on the test slates appears here as its runs finish.</source>
        <translation>Was jedes Schema auf den Test-Slates erzielt, erscheint hier, sobald seine Läufe fertig sind.</translation>
    </message>
    <message>
        <source>reward, SNIPS on test slates; 95 % over seeds</source>
        <translation>Reward, SNIPS auf Test-Slates; 95 % über Startwerte</translation>
    </message>
    <message>
        <source>one seed: no interval yet</source>
        <translation>ein Startwert: noch kein Intervall</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Startwerte</translation>
    </message>
    <message>
        <source> · logging policy %1</source>
        <translation> · Logging-Policy %1</translation>
    </message>
    <message>
        <source>Test reward by scheme</source>
        <translation>Test-Reward nach Schema</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ComparisonDialog</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>No alignment: as many epochs, all of them supervised.</source>
        <translation>Keine Ausrichtung: gleich viele Epochen, alle überwacht.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve as CSV…</source>
        <translation>Als CS&amp;V speichern…</translation>
    </message>
    <message>
        <source>Compare schemes</source>
        <translation>Schemata vergleichen</translation>
    </message>
    <message>
        <source>Schemes to compare</source>
        <translation>Zu vergleichende Schemata</translation>
    </message>
    <message>
        <source>The clipping schemes to train the experiment under.</source>
        <translation>Die Clipping-Schemata, unter denen das Experiment trainiert wird.</translation>
    </message>
    <message>
        <source>Compare all schemes.</source>
        <translation>Alle Schemata vergleichen.</translation>
    </message>
    <message>
        <source>Start again with none.</source>
        <translation>Mit keinem neu beginnen.</translation>
    </message>
    <message>
        <source>Train one run after another, each scheme with each seed.</source>
        <translation>Einen Lauf nach dem anderen trainieren, jedes Schema mit jedem Startwert.</translation>
    </message>
    <message>
        <source>End after the step in progress; finished runs stay.</source>
        <translation>Nach dem laufenden Schritt beenden; fertige Läufe bleiben.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Write the result into a file.</source>
        <translation>Das Ergebnis in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>Each scheme is trained with so many seeds: other initial weights, another order of slates. At least 3 give an interval worth looking at.</source>
        <translation>Jedes Schema wird mit so vielen Startwerten trainiert: andere Anfangsgewichte, andere Reihenfolge der Slates. Mindestens 3 ergeben ein aussagekräftiges Intervall.</translation>
    </message>
    <message>
        <source>S&amp;chemes; differences are to the first one chosen</source>
        <translation>S&amp;chemata; Differenzen gegenüber dem zuerst gewählten</translation>
    </message>
    <message>
        <source>S&amp;eeds</source>
        <translation>Startw&amp;erte</translation>
    </message>
    <message>
        <source>Result of the comparison</source>
        <translation>Ergebnis des Vergleichs</translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation>Die Tabelle als Text kopieren (Strg+C in der Tabelle)</translation>
    </message>
    <message>
        <source>Open a log first.</source>
        <translation>Zuerst ein Protokoll öffnen.</translation>
    </message>
    <message>
        <source>Training goes on; a comparison can start when it has ended.</source>
        <translation>Das Training läuft; ein Vergleich kann beginnen, wenn es beendet ist.</translation>
    </message>
    <message>
        <source>%1 runs on %2, with the experiment as it is set when you start</source>
        <translation>%1 Läufe auf %2, mit dem Experiment, wie es beim Start eingestellt ist</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>run %1 of %2 · %3 · %4</source>
        <translation>Lauf %1 von %2 · %3 · %4</translation>
    </message>
    <message>
        <source>Stopped: </source>
        <translation>Gestoppt: </translation>
    </message>
    <message>
        <source>%1 runs finished</source>
        <translation>%1 Läufe fertig</translation>
    </message>
    <message>
        <source>%1 runs finished, %2 failed</source>
        <translation>%1 Läufe fertig, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table could not be saved</source>
        <translation>Die Tabelle konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close this window; a comparison in progress is stopped.</source>
        <translation>Dieses Fenster schließen; ein laufender Vergleich wird angehalten.</translation>
    </message>
    <message>
        <source>Reward of each scheme on the test slates over its seeds, with intervals. The runs panel has the validation slates&apos; instead.</source>
        <translation>Reward jedes Schemas auf den Test-Slates über seine Startwerte, mit Intervallen. Unter „Läufe“ steht der auf den Validierungs-Slates.</translation>
    </message>
    <message>
        <source>Reward on the test slates by scheme: dots are seeds, bars their mean with its 95 % interval.</source>
        <translation>Reward auf den Test-Slates nach Schema: Punkte sind Startwerte, Balken ihr Mittelwert mit seinem 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Stop the comparison?</source>
        <translation>Den Vergleich anhalten?</translation>
    </message>
    <message>
        <source>Closing this window stops the comparison. Finished runs stay.</source>
        <translation>Wird dieses Fenster geschlossen, endet der Vergleich. Fertige Läufe bleiben.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>St&amp;oppen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ComparisonModel</name>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>seed %1 %2: %3</source>
        <translation>Startwert %1 %2: %3</translation>
    </message>
    <message>
        <source>SNIPS on the test slates: mean over the seeds ± half its 95 % interval (Student&apos;s t). The interval is what chance in training does.</source>
        <translation>SNIPS auf den Test-Slates: Mittelwert über die Startwerte ± halbes 95-%-Intervall (Students t). Das Intervall zeigt, was der Zufall im Training ausmacht.</translation>
    </message>
    <message>
        <source>Each seed&apos;s run against the first scheme&apos;s run of the same seed: mean ± half its 95 % interval.</source>
        <translation>Der Lauf jedes Startwerts gegen den Lauf des ersten Schemas mit demselben Startwert: Mittelwert ± halbes 95-%-Intervall.</translation>
    </message>
    <message>
        <source>How far another log of this size might have moved the estimate: 95 % bootstrap over the test slates, mean of the runs.</source>
        <translation>Wie weit ein anderes Protokoll dieser Größe die Schätzung hätte verschieben können: 95-%-Bootstrap über die Test-Slates, Mittelwert der Läufe.</translation>
    </message>
    <message>
        <source>Effective sample size of the estimate, mean of the runs.</source>
        <translation>Effektive Stichprobengröße der Schätzung, Mittelwert der Läufe.</translation>
    </message>
    <message>
        <source>Training time, mean of the runs.</source>
        <translation>Trainingszeit, Mittelwert der Läufe.</translation>
    </message>
    <message>
        <source>Runs that finished; those that failed say why in their row.</source>
        <translation>Fertige Läufe; bei fehlgeschlagenen steht der Grund in ihrer Zeile.</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>dem ersten</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Difference to %1</source>
        <translation>Differenz zu %1</translation>
    </message>
    <message>
        <source>Interval of the log</source>
        <translation>Intervall des Protokolls</translation>
    </message>
    <message>
        <source>Effective rows</source>
        <translation>Effektive Zeilen</translation>
    </message>
    <message>
        <source>Seconds a run</source>
        <translation>Sekunden je Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Test reward</source>
        <translation>Test-Reward</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ContributionChart</name>
    <message>
        <source>Contributions to the score</source>
        <translation>Beiträge zum Score</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>What each task adds to the score of the chosen candidate, weight times probability, before and after.</source>
        <translation>Was jede Aufgabe zum Score des gewählten Kandidaten beiträgt, Gewicht mal Wahrscheinlichkeit, vorher und nachher.</translation>
    </message>
    <message>
        <source>score s</source>
        <translation>Score s</translation>
    </message>
    <message>
        <source>score before</source>
        <translation>Score vorher</translation>
    </message>
    <message>
        <source>weight · p(task)</source>
        <translation>Gewicht · p(Aufgabe)</translation>
    </message>
    <message>
        <source>%1 highest of %2 candidates</source>
        <translation>die %1 besten von %2 Kandidaten</translation>
    </message>
    <message>
        <source>%1: p = %2 contributes %3</source>
        <translation>%1: p = %2 trägt %3 bei</translation>
    </message>
    <message>
        <source>score s = %1</source>
        <translation>Score s = %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>vorher: %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::CorrelationModel</name>
    <message>
        <source>One of %1 and %2 never changes</source>
        <translation>%1 oder %2 ändert sich nie</translation>
    </message>
    <message>
        <source>Correlation of %1 and %2 over the logged rows: %3</source>
        <translation>Korrelation von %1 und %2 über die protokollierten Zeilen: %3</translation>
    </message>
</context>
<context>
    <name>luce::desktop::DataPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Slates</source>
        <translation>Slates</translation>
    </message>
</context>
<context>
    <name>luce::desktop::DiagnosticsChart</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Train, or open a run, to see this; what concerns the policy begins with alignment.</source>
        <translation>Trainieren oder einen Lauf öffnen, um dies zu sehen; was die Policy betrifft, beginnt mit dem Ausrichten.</translation>
    </message>
    <message>
        <source>Group of diagnostics</source>
        <translation>Gruppe der Diagnosewerte</translation>
    </message>
    <message>
        <source>Which numbers of the training steps are drawn.</source>
        <translation>Welche Zahlen der Trainingsschritte gezeichnet werden.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::EstimateChart</name>
    <message>
        <source>What the policy would earn</source>
        <translation>Was die Policy einbrächte</translation>
    </message>
    <message>
        <source>The estimates of the policy&apos;s reward appear here.</source>
        <translation>Hier erscheinen die Schätzungen des Rewards der Policy.</translation>
    </message>
    <message>
        <source>The reward of the policy by every estimator with its 95 % interval, beside the logging policy and the compared one.</source>
        <translation>Der Reward der Policy nach jedem Schätzer mit seinem 95-%-Intervall, neben der Logging-Policy und der verglichenen.</translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation>Logging-Policy</translation>
    </message>
    <message>
        <source>reward a slate</source>
        <translation>Reward je Slate</translation>
    </message>
    <message>
        <source>%1 rows of %2 slates, 95 % %3 intervals</source>
        <translation>%1 Zeilen von %2 Slates, 95-%-Intervalle: %3</translation>
    </message>
</context>
<context>
    <name>luce::desktop::EstimateModel</name>
    <message>
        <source>logging policy</source>
        <translation>Logging-Policy</translation>
    </message>
    <message>
        <source>What the logging policy itself earned on the same slates.</source>
        <translation>Was die Logging-Policy selbst auf denselben Slates einbrachte.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Not available: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;Nicht verfügbar: %1&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Trades bias for variance: its interval does not tell of the bias.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Tauscht Verzerrung gegen Varianz: Das Intervall sagt nichts über die Verzerrung.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>Bootstrap</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>empirical Bernstein</source>
        <translation>empirisch nach Bernstein</translation>
    </message>
    <message>
        <source>&lt;p&gt;Better in %1 % of the resamples&lt;/p&gt;</source>
        <translation>&lt;p&gt;Besser in %1 % der Neuziehungen&lt;/p&gt;</translation>
    </message>
    <message>
        <source>In italics: estimators that trade bias for variance, whose intervals do not tell of the bias</source>
        <translation>Kursiv: Schätzer, die Verzerrung gegen Varianz tauschen und deren Intervalle nichts über die Verzerrung sagen</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Schätzer</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Reward</translation>
    </message>
    <message>
        <source>95 %, %1</source>
        <translation>95 %, %1</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>95 %, paired</source>
        <translation>95 %, gepaart</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie vorgegeben</translation>
    </message>
    <message>
        <source>chosen by SLOPE</source>
        <translation>von SLOPE gewählt</translation>
    </message>
    <message>
        <source>chosen by the error bound</source>
        <translation>nach der Fehlerschranke gewählt</translation>
    </message>
    <message>
        <source>no choice was needed</source>
        <translation>nichts zu wählen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::EstimatePanel</name>
    <message>
        <source>Train, or open a run, to estimate what its policy would earn.</source>
        <translation>Trainieren oder einen Lauf öffnen, um zu schätzen, was seine Policy einbrächte.</translation>
    </message>
    <message>
        <source>SNIPS</source>
        <translation>SNIPS</translation>
    </message>
    <message>
        <source>IPS</source>
        <translation>IPS</translation>
    </message>
    <message>
        <source>clipped IPS</source>
        <translation>clipped IPS</translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation>Logging-Policy</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 rows: %2&lt;/p&gt;&lt;p&gt;Propensity rule %3: %4&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1 Zeilen: %2&lt;/p&gt;&lt;p&gt;Propensity-Regel %3: %4&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Copy the estimates</source>
        <translation>Schätzungen kopieren</translation>
    </message>
    <message>
        <source>%1 rows of %2 validation slates, effective %3; largest ratio %4, the largest 1 % carry %5 % of all weight; 95 % intervals.</source>
        <translation>%1 Zeilen von %2 Validierungs-Slates, effektiv %3; größte Ratio %4, das größte 1 % trägt %5 % des gesamten Gewichts; 95-%-Intervalle.</translation>
    </message>
    <message>
        <source>%1: AUC %2, log loss %3, calibration error %4</source>
        <translation>%1: AUC %2, Log-Verlust %3, Kalibrierungsfehler %4</translation>
    </message>
</context>
<context>
    <name>luce::desktop::EvaluationPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>Die Bewertung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>test slates</source>
        <translation>Test-Slates</translation>
    </message>
    <message>
        <source>On which slates the policy is judged. It never learned from either part.</source>
        <translation>Auf welchen Slates die Policy beurteilt wird. Von keinem der beiden Teile hat sie gelernt.</translation>
    </message>
    <message>
        <source>Which logged pairs of slate and item enter the estimates, and with what weight.</source>
        <translation>Welche protokollierten Paare aus Slate und Item in die Schätzungen eingehen und mit welchem Gewicht.</translation>
    </message>
    <message>
        <source>End the evaluation.</source>
        <translation>Bewertung beenden.</translation>
    </message>
    <message>
        <source>Judge the policy as it stands under the sliders.</source>
        <translation>Die Policy beurteilen, wie sie unter den Reglern steht.</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Bewertung</translation>
    </message>
    <message>
        <source>validation slates</source>
        <translation>Validierungs-Slates</translation>
    </message>
    <message>
        <source>Training stopped and sliders were moved by these: their numbers are a little too good.</source>
        <translation>Nach diesen wurde das Training gestoppt und wurden Regler bewegt: Ihre Zahlen sind etwas zu gut.</translation>
    </message>
    <message>
        <source>Which 95 % intervals are drawn. Bootstrap: percentiles of resampled slates. Normal: the standard error. Bernstein: holds without assumptions, so wide.</source>
        <translation>Welche 95-%-Intervalle gezeichnet werden. Bootstrap: Perzentile neu gezogener Slates. Normal: der Standardfehler. Bernstein: gilt ohne Annahmen, also breit.</translation>
    </message>
    <message>
        <source>SLOPE</source>
        <translation>SLOPE</translation>
    </message>
    <message>
        <source>error bound</source>
        <translation>Fehlerschranke</translation>
    </message>
    <message>
        <source>How clipping, switching and shrinking parameters are chosen from the log.</source>
        <translation>Wie Parameter für Begrenzen, Umschalten und Schrumpfen aus dem Protokoll gewählt werden.</translation>
    </message>
    <message>
        <source>&amp;Judge on</source>
        <translation>&amp;Beurteilen auf</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>&amp;Intervals</source>
        <translation>&amp;Intervalle</translation>
    </message>
    <message>
        <source>&amp;Parameters by</source>
        <translation>&amp;Parameter nach</translation>
    </message>
    <message>
        <source>The run can be evaluated once its training has ended.</source>
        <translation>Der Lauf kann bewertet werden, sobald sein Training beendet ist.</translation>
    </message>
    <message>
        <source>Train, or open a run, to evaluate its policy on slates that it never learned from.</source>
        <translation>Trainieren oder einen Lauf öffnen, um seine Policy auf Slates zu bewerten, von denen sie nie gelernt hat.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation>Wird bewertet …</translation>
    </message>
    <message>
        <source>Compare with a policy from elsewhere</source>
        <translation>Mit einer fremden Policy vergleichen</translation>
    </message>
    <message>
        <source>Scores or models (*.csv *.tsv *.pt *.pth *.ts)</source>
        <translation>Scores oder Modelle (*.csv *.tsv *.pt *.pth *.ts)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The policy is judged without being kept: %1</source>
        <translation>Die Policy wird beurteilt, aber nicht behalten: %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::EvaluationResults</name>
    <message>
        <source>Reward</source>
        <translation>Reward</translation>
    </message>
    <message>
        <source>Ranking and calibration</source>
        <translation>Ranking und Kalibrierung</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Estimates of the policy&apos;s reward</source>
        <translation>Schätzungen des Rewards der Policy</translation>
    </message>
    <message>
        <source>The same in numbers, with the parameters that were chosen and the difference to the compared policy.</source>
        <translation>Dasselbe in Zahlen, mit den gewählten Parametern und der Differenz zur verglichenen Policy.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Segments by</source>
        <translation>Segmente nach</translation>
    </message>
    <message>
        <source>By which category of the slate or the user to divide the slates.</source>
        <translation>Nach welcher Kategorie der Slate oder des Nutzers die Slates geteilt werden.</translation>
    </message>
    <message>
        <source>&amp;Segments by</source>
        <translation>&amp;Segmente nach</translation>
    </message>
    <message>
        <source>Policy&apos;s reward</source>
        <translation>Reward der Policy</translation>
    </message>
    <message>
        <source>SNIPS of the policy on the segment&apos;s slates, with its 95 % interval</source>
        <translation>SNIPS der Policy auf den Slates des Segments, mit 95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>luce::desktop::EvaluationWorker</name>
    <message>
        <source>Predicting</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Judging the ranking</source>
        <translation>Ranking wird beurteilt</translation>
    </message>
    <message>
        <source>Fitting the reward model</source>
        <translation>Reward-Modell wird angepasst</translation>
    </message>
    <message>
        <source>Reading the other policy</source>
        <translation>Die andere Policy wird gelesen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ExportDialog</name>
    <message>
        <source>Export the run &quot;%1&quot;</source>
        <translation>Lauf „%1“ exportieren</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Judge it on the test slates</source>
        <translation>Auf den Test-Slates &amp;beurteilen</translation>
    </message>
    <message>
        <source>Every model has a card beside it: what it was trained on, its features, how to use it. With this, the card also tells what the policy would have earned on test slates, with intervals, as Evaluation does. That may take a while for bandit logs.</source>
        <translation>Neben jedem Modell liegt eine Karte: womit es trainiert wurde, seine Merkmale, wie man es benutzt. Hiermit sagt die Karte auch, was die Policy auf Test-Slates erzielt hätte, mit Intervallen, wie die Auswertung. Das kann bei Bandit-Protokollen eine Weile dauern.</translation>
    </message>
    <message>
        <source>&amp;Weights:</source>
        <translation>&amp;Gewichte:</translation>
    </message>
    <message>
        <source>Model card:</source>
        <translation>Modellkarte:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>The file to write. What belongs to it gets its name with another ending.</source>
        <translation>Die zu schreibende Datei. Was dazugehört, bekommt ihren Namen mit einer weiteren Endung.</translation>
    </message>
    <message>
        <source>those that the run keeps</source>
        <translation>die der Lauf behält</translation>
    </message>
    <message>
        <source>the best on held-out slates</source>
        <translation>die besten auf zurückgehaltenen Slates</translation>
    </message>
    <message>
        <source>supervised, before alignment</source>
        <translation>überwacht, vor der Ausrichtung</translation>
    </message>
    <message>
        <source>Which of the run&apos;s weights are exported. A run keeps its best ones or its last ones, as its experiment says.</source>
        <translation>Welche Gewichte des Laufs exportiert werden. Ein Lauf behält die besten oder die letzten, wie es sein Experiment sagt.</translation>
    </message>
    <message>
        <source>Writes %1 into %2.</source>
        <translation>Schreibt %1 nach %2.</translation>
    </message>
    <message>
        <source>Choose a file in a folder that is there.</source>
        <translation>Eine Datei in einem Ordner wählen, den es gibt.</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>Dateien ersetzen?</translation>
    </message>
    <message>
        <source>There is already:
%1
Replace?</source>
        <translation>Es gibt schon:
%1
Ersetzen?</translation>
    </message>
    <message>
        <source>Choose the file to write.</source>
        <translation>Die zu schreibende Datei wählen.</translation>
    </message>
    <message>
        <source>Write the files. The window stays usable, and can cancel it.</source>
        <translation>Die Dateien schreiben. Das Fenster bleibt benutzbar und kann es abbrechen.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::FeatureEditor</name>
    <message>
        <source>Slate</source>
        <translation>Slate</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::FeatureModel</name>
    <message>
        <source>slate</source>
        <translation>Slate</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>slate and item</source>
        <translation>Slate und Item</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>very many values</source>
        <translation>sehr viele Werte</translation>
    </message>
    <message>
        <source>most frequent: %1</source>
        <translation>am häufigsten: %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Of the</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschiedene</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>A number, or a text or id as a category</source>
        <translation>Eine Zahl, oder ein Text oder eine Kennung als Kategorie</translation>
    </message>
    <message>
        <source>What has one value: the slate, the candidate, the item, or slate and item together</source>
        <translation>Was je einen Wert hat: die Slate, der Kandidat, das Item oder Slate und Item zusammen</translation>
    </message>
    <message>
        <source>Share of values that are missing</source>
        <translation>Anteil der fehlenden Werte</translation>
    </message>
    <message>
        <source>Numbers: 32 bins from the smallest to the largest value</source>
        <translation>Zahlen: 32 Klassen vom kleinsten bis zum größten Wert</translation>
    </message>
    <message>
        <source>The largest correlation with a task&apos;s labels, and that task</source>
        <translation>Die größte Korrelation mit den Labels einer Aufgabe, und diese Aufgabe</translation>
    </message>
    <message>
        <source>How many different values a category has</source>
        <translation>Wie viele verschiedene Werte eine Kategorie hat</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
</context>
<context>
    <name>luce::desktop::FileDesk</name>
    <message>
        <source>The sample log could not be opened</source>
        <translation>Das Beispielprotokoll konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Open a log or a workspace</source>
        <translation>Protokoll oder Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Open a folder with the files of one log</source>
        <translation>Ordner mit den Dateien eines Protokolls öffnen</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>Experiment öffnen</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>Experimente (*.json)</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Logs and workspaces (*.csv *.tsv *.txt *.gz *.zst *.xz *.bz2 *.zip *.tar *.luce *.json)</source>
        <translation>Protokolle und Arbeitsbereiche (*.csv *.tsv *.txt *.gz *.zst *.xz *.bz2 *.zip *.tar *.luce *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::HeldOutChart</name>
    <message>
        <source>Held-out reward estimate</source>
        <translation>Schätzung des zurückgehaltenen Rewards</translation>
    </message>
    <message>
        <source>Train, or open a run, to see what the policy would earn.</source>
        <translation>Trainieren oder einen Lauf öffnen, um zu sehen, was die Policy einbrächte.</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation>Logging-Policy</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>reward, SNIPS, 95 %</source>
        <translation>Reward, SNIPS, 95 %</translation>
    </message>
    <message>
        <source>step %1: %2 · logging %3 · effective rows %4</source>
        <translation>Schritt %1: %2 · Logging %3 · effektive Zeilen %4</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, oben</translation>
    </message>
</context>
<context>
    <name>luce::desktop::HistogramChart</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ImportFoot</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import the s&amp;ound slates</source>
        <translation>&amp;Fehlerfreie Slates importieren</translation>
    </message>
    <message>
        <source>Dataset &amp;name</source>
        <translation>&amp;Name des Datensatzes</translation>
    </message>
    <message>
        <source>&amp;Save schema…</source>
        <translation>Spaltenschema &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Load schema…</source>
        <translation>Spaltenschema &amp;laden…</translation>
    </message>
    <message>
        <source>Reset to &amp;guesses</source>
        <translation>Auf &amp;Vermutungen zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writes what the columns mean, for luce-cli import --schema and for later</source>
        <translation>Schreibt, was die Spalten bedeuten, für luce-cli import --schema und für später</translation>
    </message>
    <message>
        <source>Faulty lines are left out together with the whole slate they belong to.</source>
        <translation>Fehlerhafte Zeilen werden samt der ganzen Slate ausgelassen, zu der sie gehören.</translation>
    </message>
    <message>
        <source>needs a name</source>
        <translation>braucht einen Namen</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>gibt es schon</translation>
    </message>
    <message>
        <source>Import the s&amp;ound slates (leave out 1 faulty line…)</source>
        <translation>&amp;Fehlerfreie Slates importieren (1 fehlerhafte Zeile auslassen…)</translation>
    </message>
    <message>
        <source>Import the s&amp;ound slates (leave out %L1 faulty lines…)</source>
        <translation>&amp;Fehlerfreie Slates importieren (%L1 fehlerhafte Zeilen auslassen…)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ImportanceModel</name>
    <message>
        <source>Without %1 the ranking loses %2 of its NDCG.</source>
        <translation>Ohne %1 verliert das Ranking %2 seines NDCG.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share by NDCG gap</source>
        <translation>Anteil nach NDCG-Lücke</translation>
    </message>
    <message>
        <source>Share by regret</source>
        <translation>Anteil nach Regret</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Regret</translation>
    </message>
    <message>
        <source>Wanted share</source>
        <translation>Gewünschter Anteil</translation>
    </message>
    <message>
        <source>The slider&apos;s</source>
        <translation>Stellung des Reglers</translation>
    </message>
    <message>
        <source>Influence: how much of its NDCG the ranking by all weights loses when this task&apos;s weight is zero, as a share of all such losses.</source>
        <translation>Einfluss: wie viel seines NDCG das Ranking nach allen Gewichten verliert, wenn das Gewicht dieser Aufgabe null ist, als Anteil aller solchen Verluste.</translation>
    </message>
    <message>
        <source>Service: how near the ranking comes to the one by this task alone, as a share of all. A task may be served well without influence, by resembling another.</source>
        <translation>Bedienung: wie nahe das Ranking dem nach dieser Aufgabe allein kommt, als Anteil aller. Eine Aufgabe kann ohne Einfluss gut bedient sein, wenn sie einer anderen ähnelt.</translation>
    </message>
    <message>
        <source>How far the ranking stays behind the task&apos;s own: 0 = as good, 1 = no better than chance.</source>
        <translation>Wie weit das Ranking hinter dem der Aufgabe selbst zurückbleibt: 0 = ebenso gut, 1 = nicht besser als Zufall.</translation>
    </message>
    <message>
        <source>Share by NDCG gap that Solve is to find weights for, in percent. 0: weight zero.</source>
        <translation>Anteil nach NDCG-Lücke, zu dem „Lösen“ Gewichte finden soll, in Prozent. 0: Gewicht null.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ImportancePage</name>
    <message>
        <source>Train, or open a run, to see how much each task decides in its ranking of the held-out slates.</source>
        <translation>Trainieren oder einen Lauf öffnen, um zu sehen, wie viel jede Aufgabe in seinem Ranking der zurückgehaltenen Slates entscheidet.</translation>
    </message>
    <message>
        <source>&amp;Even</source>
        <translation>&amp;Gleich</translation>
    </message>
    <message>
        <source>As &amp;now</source>
        <translation>&amp;Wie jetzt</translation>
    </message>
    <message>
        <source>S&amp;cale to 100 %</source>
        <translation>&amp;Auf 100 % skalieren</translation>
    </message>
    <message>
        <source>&amp;Solve</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>&amp;Use the nearest</source>
        <translation>&amp;Nächste verwenden</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>How much each task decides when the sliders&apos; weights rank the held-out slates. By NDCG gap: its influence, what the ranking loses without it. By regret: how well it is served, however that comes. Write the shares by NDCG gap that you want; Solve finds weights for them.</source>
        <translation>Wie viel jede Aufgabe entscheidet, wenn die Gewichte der Regler die zurückgehaltenen Slates ordnen. Nach NDCG-Lücke: ihr Einfluss, also was das Ranking ohne sie verliert. Nach Regret: wie gut sie bedient wird, gleich woher das kommt. Die gewünschten Anteile nach NDCG-Lücke eintragen; „Lösen“ findet die Gewichte dazu.</translation>
    </message>
    <message>
        <source>Importance of the tasks</source>
        <translation>Bedeutung der Aufgaben</translation>
    </message>
    <message>
        <source>How much each task decides the ranking, by NDCG gap and by regret, and the shares that you want. Type into the last column, then Solve.</source>
        <translation>Wie viel jede Aufgabe im Ranking entscheidet, nach NDCG-Lücke und nach Regret, und die gewünschten Anteile. In die letzte Spalte schreiben, dann „Lösen“.</translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation>Die Tabelle als Text kopieren (Strg+C in der Tabelle)</translation>
    </message>
    <message>
        <source>The same share for each task</source>
        <translation>Gleicher Anteil für jede Aufgabe</translation>
    </message>
    <message>
        <source>The present shares by NDCG gap</source>
        <translation>Die jetzigen Anteile nach NDCG-Lücke</translation>
    </message>
    <message>
        <source>Keep the wanted shares&apos; ratios and make their sum 100 %</source>
        <translation>Die Verhältnisse der gewünschten Anteile behalten und ihre Summe auf 100 % bringen</translation>
    </message>
    <message>
        <source>Find weights with the wanted shares and set the sliders to them</source>
        <translation>Gewichte mit den gewünschten Anteilen finden und die Regler darauf stellen</translation>
    </message>
    <message>
        <source>Set the sliders to the weights that came nearest</source>
        <translation>Die Regler auf die Gewichte stellen, die am nächsten kamen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>weights nearest to the wanted shares</source>
        <translation>Gewichte am nächsten an den gewünschten Anteilen</translation>
    </message>
    <message>
        <source>Progress of solving</source>
        <translation>Fortschritt des Lösens</translation>
    </message>
    <message>
        <source>End the search for weights; the sliders stay as they are.</source>
        <translation>Suche nach Gewichten beenden; die Regler bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Found after %1 rankings; the largest miss is %2 percentage points. The sliders are set.</source>
        <translation>Nach %1 Rankings gefunden; die größte Abweichung beträgt %2 Prozentpunkte. Die Regler sind gestellt.</translation>
    </message>
    <message>
        <source>weights for wanted shares</source>
        <translation>Gewichte für gewünschte Anteile</translation>
    </message>
    <message>
        <source>Not reached in %1 rankings. %2 The sliders stay as they are.</source>
        <translation>In %1 Rankings nicht erreicht. %2 Die Regler bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Wanted: %1 %</source>
        <translation>Gewünscht: %1 %</translation>
    </message>
    <message>
        <source>Solve needs shares that add up to 100 %.</source>
        <translation>„Lösen“ braucht Anteile, die zusammen 100 % ergeben.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::KeptWeightsNote</name>
    <message>
        <source>The charts show step %L1; this page means the weights that the run keeps.</source>
        <translation>Die Diagramme zeigen Schritt %L1; diese Seite meint die Gewichte, die der Lauf behält.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LabelList</name>
    <message>
        <source>No column has the role “task” yet: give it to the columns that say what people did.</source>
        <translation>Noch keine Spalte hat die Rolle „Aufgabe“: sie den Spalten geben, die sagen, was die Leute taten.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LessonDesk</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>A guided tour of the window, step by step.</source>
        <translation>Eine Führung durch das Fenster, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>Eine Lektion ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>A lesson from a file, as a teacher writes it.</source>
        <translation>Eine Lektion aus einer Datei, wie eine Lehrende sie schreibt.</translation>
    </message>
    <message>
        <source>Your lessons’ &amp;folder</source>
        <translation>&amp;Ordner der eigenen Lektionen</translation>
    </message>
    <message>
        <source>Opens the folder whose lessons stand in this menu at each start.</source>
        <translation>Öffnet den Ordner, dessen Lektionen bei jedem Start in diesem Menü stehen.</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>&amp;Voriger Schritt</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>The step before, of the lesson that runs.</source>
        <translation>Der vorige Schritt der laufenden Lektion.</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>The next step of the lesson that runs.</source>
        <translation>Der nächste Schritt der laufenden Lektion.</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Points at the control that the step speaks of, and away from it again.</source>
        <translation>Zeigt auf das Bedienelement, von dem der Schritt spricht, und wieder davon weg.</translation>
    </message>
    <message>
        <source>P&amp;resenter mode</source>
        <translation>Vo&amp;rführmodus</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>For an audience: the whole screen, large letters, the panels at the sides away. Esc leaves it and puts everything back.</source>
        <translation>Für ein Publikum: der ganze Bildschirm, große Schrift, die Bereiche an den Seiten weg. Esc verlässt ihn und stellt alles wieder her.</translation>
    </message>
    <message>
        <source>set up by a lesson</source>
        <translation>eingerichtet von einer Lektion</translation>
    </message>
    <message>
        <source>The lesson could not be opened</source>
        <translation>Die Lektion ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Eine Lektion öffnen</translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation>Lektionen (*.md)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LessonList</name>
    <message>
        <source>Lessons with mistakes</source>
        <translation>Lektionen mit Fehlern</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, fertig</translation>
    </message>
    <message>
        <source>%1, %2/%3</source>
        <translation>%1, %2/%3</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LessonPanel</name>
    <message>
        <source>Open the sample log</source>
        <translation>Die Beispieldaten öffnen</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Set &amp;up for me</source>
        <translation>Für mich &amp;einrichten</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Step of the lesson</source>
        <translation>Schritt der Lektion</translation>
    </message>
    <message>
        <source>The lesson&apos;s steps; a tick marks those that are done. Any may be chosen.</source>
        <translation>Die Schritte der Lektion; ein Häkchen bezeichnet erledigte. Jeder kann gewählt werden.</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Alle Lektionen</translation>
    </message>
    <message>
        <source>Leave this lesson and choose another one. It goes on where it was left.</source>
        <translation>Diese Lektion verlassen und eine andere wählen. Sie geht weiter, wo sie verlassen wurde.</translation>
    </message>
    <message>
        <source>Opens the log that this lesson speaks of: 1,200 slates of ten candidates.</source>
        <translation>Öffnet das Protokoll, von dem diese Lektion spricht: 1.200 Slates mit je zehn Kandidaten.</translation>
    </message>
    <message>
        <source>This lesson speaks of the sample log.</source>
        <translation>Diese Lektion spricht von den Beispieldaten.</translation>
    </message>
    <message>
        <source>Whether it is done</source>
        <translation>Ob es getan ist</translation>
    </message>
    <message>
        <source>Makes the settings that this step speaks of, as one change that can be undone.</source>
        <translation>Nimmt die Einstellungen vor, von denen dieser Schritt spricht, als eine Änderung, die sich zurücknehmen lässt.</translation>
    </message>
    <message>
        <source>Points at the control in the window, and away from it again.</source>
        <translation>Zeigt auf das Bedienelement im Fenster und wieder davon weg.</translation>
    </message>
    <message>
        <source>This &amp;step</source>
        <translation>Diesen &amp;Schritt</translation>
    </message>
    <message>
        <source>The whole &amp;lesson</source>
        <translation>Die ganze &amp;Lektion</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Settings and slate as they were when this step, or the lesson, began. Can be undone.</source>
        <translation>Einstellungen und Slate wie am Anfang dieses Schritts oder der Lektion. Lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>The step before this one.</source>
        <translation>Der Schritt vor diesem.</translation>
    </message>
    <message>
        <source>The next step, also when the deed is not done.</source>
        <translation>Der nächste Schritt, auch wenn die Aufgabe nicht erledigt ist.</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>noch nicht erledigt</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LessonPlayer</name>
    <message>
        <source>set up by the lesson “%1”</source>
        <extracomment>A change of settings, in the history. %1: the title of a lesson.</extracomment>
        <translation>eingerichtet von der Lektion „%1“</translation>
    </message>
    <message>
        <source>The lesson cannot be set up on this log</source>
        <translation>Die Lektion lässt sich auf diesem Protokoll nicht einrichten</translation>
    </message>
    <message>
        <source>back to the beginning of the step</source>
        <translation>zurück zum Anfang des Schritts</translation>
    </message>
    <message>
        <source>back to the beginning of the lesson</source>
        <translation>zurück zum Anfang der Lektion</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LessonText</name>
    <message>
        <source>Text of the step</source>
        <translation>Text des Schritts</translation>
    </message>
    <message>
        <source>What to know and to look at. Links show the control that they name.</source>
        <translation>Was zu wissen und anzusehen ist. Verweise zeigen das Bedienelement, das sie nennen.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LogOpener</name>
    <message>
        <source>The log could not be opened</source>
        <translation>Das Protokoll konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>A log of this name was opened before. &lt;a href=&apos;open&apos;&gt;Open its workspace&lt;/a&gt; with all runs, or import the log anew.</source>
        <translation>Ein Protokoll dieses Namens wurde schon einmal geöffnet. &lt;a href=&apos;open&apos;&gt;Seinen Arbeitsbereich öffnen&lt;/a&gt; mit allen Läufen, oder das Protokoll neu importieren.</translation>
    </message>
    <message>
        <source>This log is in the workspace already: &lt;a href=&apos;open&apos;&gt;open the dataset %1&lt;/a&gt;, or import it anew.</source>
        <translation>Dieses Protokoll ist schon im Arbeitsbereich: &lt;a href=&apos;open&apos;&gt;den Datensatz %1 öffnen&lt;/a&gt;, oder es neu importieren.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Of %1, %2 faulty; the slate of a faulty line is left out as a whole. Everything else was imported.</source>
        <translation>Von %1 %2 fehlerhaft; die Slate einer fehlerhaften Zeile wird als Ganzes ausgelassen. Alles andere wurde importiert.</translation>
    </message>
    <message>
        <source>1 was</source>
        <translation>war 1</translation>
    </message>
    <message>
        <source>%L1 were</source>
        <translation>waren %L1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoggingModelBox</name>
    <message>
        <source>The logging policy is π_β = softmax(Σ weight · p / temperature) over a slate&apos;s candidates.</source>
        <translation>Die Logging-Policy ist π_β = softmax(Σ Gewicht · p / Temperatur) über die Kandidaten einer Slate.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopChart</name>
    <message>
        <source>Press Start: the rounds appear here as they are played.</source>
        <translation>„Start“ drücken: Die Runden erscheinen hier, sobald sie gespielt sind.</translation>
    </message>
    <message>
        <source>%1 A line a ranker, over rounds; the band around it is its 95 % interval over seeds. The first round is the logging policy&apos;s for all. Where intervals are far wider than the rankers differ, they run out of the plot; the mouse tells them.</source>
        <translation>%1 Eine Linie je Ranker, über die Runden; das Band darum ist sein 95-%-Intervall über Startwerte. Die erste Runde ist für alle die der Logging-Policy. Wo Intervalle viel weiter sind, als die Ranker sich unterscheiden, ragen sie aus dem Bild; die Maus nennt sie.</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Enlarge “%1”</source>
        <translation>„%1“ vergrößern</translation>
    </message>
    <message>
        <source>Only this chart, with its legend</source>
        <translation>Nur dieses Diagramm, mit seiner Legende</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>&amp;Intervals over seeds</source>
        <translation>&amp;Intervalle über Startwerte</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopDocument</name>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Open a feedback loop</source>
        <translation>Rückkopplung öffnen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopFileBar</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Opens a loop that was saved, or written for luce-cli simulate. It can be undone.</source>
        <translation>Öffnet eine Rückkopplung, die gespeichert oder für luce-cli simulate geschrieben wurde. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Saves the loop&apos;s settings for luce-cli simulate and for others.</source>
        <translation>Speichert die Einstellungen für luce-cli simulate und für andere.</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies the luce-cli command that plays this loop without the window.</source>
        <translation>Kopiert den luce-cli-Befehl, der diese Rückkopplung ohne Fenster spielt.</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo a change of the loop</source>
        <translation>Änderung der Rückkopplung rückgängig machen</translation>
    </message>
    <message>
        <source>Redo a change of the loop</source>
        <translation>Änderung der Rückkopplung wiederholen</translation>
    </message>
    <message>
        <source>Takes back the last change of the loop&apos;s settings (Ctrl+Z).</source>
        <translation>Nimmt die letzte Änderung der Einstellungen zurück (Strg+Z).</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation>Macht die zurückgenommene Änderung noch einmal.</translation>
    </message>
    <message>
        <source>The feedback loop could not be opened</source>
        <translation>Die Rückkopplung konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>The feedback loop could not be saved</source>
        <translation>Die Rückkopplung konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save the feedback loop</source>
        <translation>Rückkopplung speichern</translation>
    </message>
    <message>
        <source>Open a feedback loop</source>
        <translation>Rückkopplung öffnen</translation>
    </message>
    <message>
        <source>Feedback loops (*.json)</source>
        <translation>Rückkopplungen (*.json)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopKeeper</name>
    <message>
        <source>Name of the loop</source>
        <translation>Name der Rückkopplung</translation>
    </message>
    <message>
        <source>What the loop&apos;s runs and datasets are called in the workspace; empty = as shown in grey.</source>
        <translation>Wie Läufe und Datensätze im Arbeitsbereich heißen; leer = wie in Grau gezeigt.</translation>
    </message>
    <message>
        <source>Keep in workspace</source>
        <translation>In Arbeitsbereich behalten</translation>
    </message>
    <message>
        <source>Stores the first log of every seed as a dataset and every ranker as a run, with its measures by round and its last weights, in the open workspace, or in one that you choose.</source>
        <translation>Legt das erste Protokoll jedes Startwerts als Datensatz und jeden Ranker als Lauf ab, mit seinen Maßen je Runde und seinen letzten Gewichten, im offenen Arbeitsbereich oder einem gewählten.</translation>
    </message>
    <message>
        <source>The feedback loop could not be kept</source>
        <translation>Die Rückkopplung konnte nicht behalten werden</translation>
    </message>
    <message>
        <source>Keep the loop in a workspace</source>
        <translation>Rückkopplung in einem Arbeitsbereich behalten</translation>
    </message>
    <message>
        <source>Workspaces (*.luce)</source>
        <translation>Arbeitsbereiche (*.luce)</translation>
    </message>
    <message>
        <source>%1 loop</source>
        <translation>Rückkopplung %1</translation>
    </message>
    <message>
        <source>The loop is kept in %1 as %2 runs; they stand under Runs.</source>
        <translation>Die Rückkopplung liegt in %1 als %2 Läufe; sie stehen unter „Läufe“.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopPage</name>
    <message>
        <source>Settings of the feedback loop</source>
        <translation>Einstellungen der Rückkopplung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Plays round after round, until the last one or a pause.</source>
        <translation>Spielt Runde um Runde, bis zur letzten oder einer Pause.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pauses after this round.</source>
        <translation>Hält nach dieser Runde an.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Plays one round.</source>
        <translation>Spielt eine Runde.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Breaks the round in progress off at once; those before it stay.</source>
        <translation>Bricht die laufende Runde sofort ab; die früheren bleiben.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Forgets what was played, for a loop with other settings.</source>
        <translation>Vergisst, was gespielt wurde, für eine Rückkopplung mit anderen Einstellungen.</translation>
    </message>
    <message>
        <source>Rounds played</source>
        <translation>Gespielte Runden</translation>
    </message>
    <message>
        <source>What the chart shows: four measures at once, or one large.</source>
        <translation>Was das Diagramm zeigt: vier Maße zugleich oder eines groß.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Four charts</source>
        <translation>Vier Diagramme</translation>
    </message>
    <message>
        <source>Rankers and what they came to</source>
        <translation>Die Ranker und was aus ihnen wurde</translation>
    </message>
    <message>
        <source>Means over rounds from 2 on with 95 % intervals over seeds. The second column is the difference to the ranker chosen above, seed by seed, which takes most of chance away; ▲ and ▼ stand where its interval does not hold zero. Ticks show and hide lines.</source>
        <translation>Mittel über die Runden ab 2 mit 95-%-Intervallen über Startwerte. Die zweite Spalte ist der Unterschied zum oben gewählten Ranker, Startwert für Startwert, was den meisten Zufall herausnimmt; ▲ und ▼ stehen, wo das Intervall die Null nicht enthält. Haken zeigen und verbergen Linien.</translation>
    </message>
    <message>
        <source>The ranker that differences are taken to.</source>
        <translation>Der Ranker, zu dem die Unterschiede gebildet werden.</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Copies the table as text with tabs (Ctrl+C in the table).</source>
        <translation>Kopiert die Tabelle als Text mit Tabulatoren (Strg+C in der Tabelle).</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>The feedback loop cannot go on</source>
        <translation>Die Rückkopplung kann nicht weitergehen</translation>
    </message>
    <message>
        <source>Tick at least one ranker.</source>
        <translation>Mindestens einen Ranker anhaken.</translation>
    </message>
    <message>
        <source>Value weights were changed on the way: means over rounds mix before and after.</source>
        <translation>Wertgewichte wurden unterwegs geändert: Mittel über die Runden mischen vorher und nachher.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The settings are other ones than those of this loop. Reset, and start again, to play by them; value weights alone are taken on the way.</source>
        <translation>Die Einstellungen sind andere als die dieser Rückkopplung. Um danach zu spielen, zurücksetzen und neu starten; nur Wertgewichte werden unterwegs übernommen.</translation>
    </message>
    <message>
        <source>Round %1 of %2 of the feedback loop is being played; what was played is lost unless it is kept in a workspace.</source>
        <translation>Runde %1 von %2 der Rückkopplung wird gespielt; was gespielt wurde, geht verloren, wenn es nicht in einem Arbeitsbereich behalten wird.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopSettingsPanel</name>
    <message>
        <source>How rankers deviate from their scores: not at all, by drawing orders with a temperature (Plackett–Luce on scores), or with probability ε by an order at random. The oracle never does.</source>
        <translation>Wie Ranker von ihren Scores abweichen: gar nicht, durch gezogene Reihenfolgen mit einer Temperatur (Plackett–Luce auf den Scores), oder mit Wahrscheinlichkeit ε durch eine zufällige Reihenfolge. Das Orakel weicht nie ab.</translation>
    </message>
    <message>
        <source>All numbers of the audience</source>
        <translation>Alle Zahlen des Publikums</translation>
    </message>
    <message>
        <source>What users do and why, how they come back, what changes, what logs show.</source>
        <translation>Was Nutzer tun und warum, wie sie wiederkommen, was sich wandelt, was Protokolle zeigen.</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Publikum</translation>
    </message>
    <message>
        <source>Users with tastes, satisfaction and habits, whose truth is known. Each preset shows something; its numbers stand below and can be changed.</source>
        <translation>Nutzer mit Vorlieben, Zufriedenheit und Gewohnheiten, deren Wahrheit bekannt ist. Jede Vorlage zeigt etwas; ihre Zahlen stehen unten und lassen sich ändern.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Users of the service, present or not.</source>
        <translation>Nutzer des Dienstes, anwesend oder nicht.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Audience: %1</source>
        <translation>Publikum: %1</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Days of log, train, deploy. The first is the logging policy&apos;s for all rankers.</source>
        <translation>Tage aus Protokollieren, Trainieren, Einsetzen. Der erste ist für alle Ranker der der Logging-Policy.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Repetitions of the whole with other users and other chance: what intervals are taken over. Time grows with them.</source>
        <translation>Wiederholungen des Ganzen mit anderen Nutzern und anderem Zufall: worüber Intervalle gebildet werden. Die Zeit wächst mit ihnen.</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Startwert</translation>
    </message>
    <message>
        <source>The same seeds give the same numbers again.</source>
        <translation>Dieselben Startwerte geben wieder dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Rounds of its own logs that a ranker learns from.</source>
        <translation>Runden eigener Protokolle, aus denen ein Ranker lernt.</translation>
    </message>
    <message>
        <source>Rankers</source>
        <translation>Ranker</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Exploration</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Random share ε</source>
        <translation>Zufallsanteil ε</translation>
    </message>
    <message>
        <source>Amount of exploration</source>
        <translation>Maß der Exploration</translation>
    </message>
    <message>
        <source>The temperature, or the share ε of orders at random.</source>
        <translation>Die Temperatur oder der Anteil ε zufälliger Reihenfolgen.</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Schätzer</translation>
    </message>
    <message>
        <source>What learning rankers are: a linear model cannot express this audience, which leaves alignment something to gain; a hidden layer can.</source>
        <translation>Was lernende Ranker sind: Ein lineares Modell kann dieses Publikum nicht ausdrücken, was der Ausrichtung etwas zu gewinnen lässt; eine verborgene Schicht kann es.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>One hidden layer of %1</source>
        <translation>Eine verborgene Schicht mit %1</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Estimator: %1</source>
        <translation>Schätzer: %1</translation>
    </message>
    <message>
        <source>Value weights of the rankers</source>
        <translation>Wertgewichte der Ranker</translation>
    </message>
    <message>
        <source>The rankers differ in these; a change here holds for all of them.</source>
        <translation>Die Ranker unterscheiden sich darin; eine Änderung hier gilt für alle.</translation>
    </message>
    <message>
        <source>What one %1 is worth to all rankers, in ranking and in learning. While a loop is played it changes from the next round on; rewards stay measured by the audience&apos;s own weights.</source>
        <translation>Was eine Aktion %1 allen Rankern wert ist, beim Sortieren und beim Lernen. Während gespielt wird, gilt eine Änderung ab der nächsten Runde; Rewards werden weiter nach den Gewichten des Publikums gemessen.</translation>
    </message>
    <message>
        <source>%1 weight</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Of its own</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Looks tell a little of the truth.</source>
        <translation>Das Aussehen sagt ein wenig von der Wahrheit.</translation>
    </message>
    <message>
        <source>With numbers of its own, see below.</source>
        <translation>Mit eigenen Zahlen, siehe unten.</translation>
    </message>
    <message>
        <source>The rankers differ in this; a change holds for all of them.</source>
        <translation>Die Ranker unterscheiden sich darin; eine Änderung gilt für alle.</translation>
    </message>
    <message>
        <source>As in the document</source>
        <translation>Wie im Dokument</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoopTableModel</name>
    <message>
        <source>Ticked: its lines are drawn.</source>
        <translation>Angehakt: Seine Linien werden gezeichnet.</translation>
    </message>
    <message>
        <source>The 95 % interval of the difference does not hold zero.</source>
        <translation>Das 95-%-Intervall des Unterschieds enthält die Null nicht.</translation>
    </message>
    <message>
        <source>Ranker</source>
        <translation>Ranker</translation>
    </message>
    <message>
        <source>In the order of the loop</source>
        <translation>In der Reihenfolge der Rückkopplung</translation>
    </message>
    <message>
        <source>Δ %1</source>
        <translation>Δ %1</translation>
    </message>
    <message>
        <source>How much more than “%1”: the mean over rounds from 2 on of the difference seed by seed, with its 95 % interval. ▲ and ▼ stand where it does not hold zero.</source>
        <translation>Wie viel mehr als „%1“: das Mittel über die Runden ab 2 des Unterschieds, Startwert für Startwert, mit 95-%-Intervall. ▲ und ▼ stehen, wo es die Null nicht enthält.</translation>
    </message>
    <message>
        <source>%1 Mean over rounds from 2 on, with its 95 % interval over seeds.</source>
        <translation>%1 Mittel über die Runden ab 2, mit 95-%-Intervall über Startwerte.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source> to %1</source>
        <translation> zu %1</translation>
    </message>
    <message>
        <source>%1, ±</source>
        <translation>%1, ±</translation>
    </message>
</context>
<context>
    <name>luce::desktop::LossChart</name>
    <message>
        <source>Losses, KL and entropy</source>
        <translation>Verluste, KL und Entropie</translation>
    </message>
    <message>
        <source>Train, or open a run, to see its losses.</source>
        <translation>Trainieren oder einen Lauf öffnen, um seine Verluste zu sehen.</translation>
    </message>
    <message>
        <source>BCE</source>
        <translation>BCE</translation>
    </message>
    <message>
        <source>reward loss</source>
        <translation>Reward-Verlust</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>Nats</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
</context>
<context>
    <name>luce::desktop::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>The policy on a slate, its ratios, and training live.</source>
        <translation>Die Policy auf einer Slate, ihre Ratios und das Training, live.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The log itself: counts, warnings, tasks, features, all slates.</source>
        <translation>Das Protokoll selbst: Zahlen, Warnungen, Aufgaben, Merkmale, alle Slates.</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>What the policy would earn by every estimator, and how far to believe it.</source>
        <translation>Was die Policy nach jedem Schätzer einbrächte, und wie weit dem zu trauen ist.</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Value weights without training: sweeps and importance.</source>
        <translation>Wertgewichte ohne Training: Sweeps und Bedeutung.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>A slate of the log, changed, and what the policy says.</source>
        <translation>Eine veränderte Slate des Protokolls, und was die Policy dazu sagt.</translation>
    </message>
    <message>
        <source>The study is as it was at %1.</source>
        <translation>Die Studie ist, wie sie um %1 war.</translation>
    </message>
    <message>
        <source>Looking at the log</source>
        <translation>Protokoll wird angesehen</translation>
    </message>
    <message>
        <source>%1 (read only) – Luce</source>
        <translation>%1 (schreibgeschützt) – Luce</translation>
    </message>
    <message>
        <source>Feedback loop</source>
        <translation>Rückkopplung</translation>
    </message>
    <message>
        <source>Rankers let loose on simulated users, round after round of log, train and deploy. Needs no log.</source>
        <translation>Ranker, losgelassen auf simulierte Nutzer, Runde um Runde aus Protokollieren, Trainieren, Einsetzen. Braucht kein Protokoll.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::NumberFeatureRow</name>
    <message>
        <source>Missing in the log.</source>
        <translation>Fehlt im Protokoll.</translation>
    </message>
    <message>
        <source>The slider spans the values of the log.</source>
        <translation>Der Regler umfasst die Werte des Protokolls.</translation>
    </message>
    <message>
        <source>Missing: as if the log did not tell it</source>
        <translation>Fehlend: als stünde es nicht im Protokoll</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
</context>
<context>
    <name>luce::desktop::NumbersModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>Umbenennen in %1</translation>
    </message>
    <message>
        <source>π_β of %1</source>
        <translation>π_β von %1</translation>
    </message>
    <message>
        <source>δ of %1</source>
        <translation>δ von %1</translation>
    </message>
    <message>
        <source>%1 is drawn</source>
        <translation>%1 ist gezogen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>no %1 on %2</source>
        <translation>kein %1 bei %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezogen</translation>
    </message>
    <message>
        <source>π after</source>
        <translation>π danach</translation>
    </message>
    <message>
        <source>The candidate&apos;s name.</source>
        <translation>Der Name des Kandidaten.</translation>
    </message>
    <message>
        <source>The candidate that the logging policy drew for the first place.</source>
        <translation>Der Kandidat, den die Logging-Policy für den ersten Platz gezogen hat.</translation>
    </message>
    <message>
        <source>What the estimator says of the action&apos;s probability, from 0 to 1.</source>
        <translation>Was der Schätzer zur Wahrscheinlichkeit der Aktion sagt, von 0 bis 1.</translation>
    </message>
    <message>
        <source>Whether the log has the action.</source>
        <translation>Ob die Aktion im Protokoll steht.</translation>
    </message>
    <message>
        <source>The logging policy&apos;s probability of the first place; the others share the rest.</source>
        <translation>Wahrscheinlichkeit des ersten Platzes unter der Logging-Policy; die anderen teilen sich den Rest.</translation>
    </message>
    <message>
        <source>By how much steps have moved the score.</source>
        <translation>Um wie viel Schritte den Score bewegt haben.</translation>
    </message>
    <message>
        <source>Value weights times p, and δ.</source>
        <translation>Value-Gewichte mal p, und δ.</translation>
    </message>
    <message>
        <source>Where a step moves the score.</source>
        <translation>Wohin ein Schritt den Score bewegt.</translation>
    </message>
    <message>
        <source>The policy&apos;s probability of the first place.</source>
        <translation>Wahrscheinlichkeit des ersten Platzes unter der Policy.</translation>
    </message>
    <message>
        <source>The same after a step.</source>
        <translation>Dasselbe nach einem Schritt.</translation>
    </message>
    <message>
        <source>π over π_β; a dash where the candidate is no row.</source>
        <translation>π durch π_β; ein Strich, wo der Kandidat keine Zeile ist.</translation>
    </message>
    <message>
        <source>Reward weights times actions.</source>
        <translation>Reward-Gewichte mal Aktionen.</translation>
    </message>
    <message>
        <source>The reward, as the scheme compares it.</source>
        <translation>Der Reward, wie das Schema ihn vergleicht.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ObjectiveControls</name>
    <message>
        <source>raw reward</source>
        <translation>roher Reward</translation>
    </message>
    <message>
        <source>reward − group mean</source>
        <translation>Reward − Gruppenmittel</translation>
    </message>
    <message>
        <source>(reward − mean) / spread</source>
        <translation>(Reward − Mittel) / Streuung</translation>
    </message>
    <message>
        <source>reward − mean of the others</source>
        <translation>Reward − Mittel der anderen</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Reward weight λ</source>
        <translation>Reward-Gewicht λ</translation>
    </message>
    <message>
        <source>How much alignment listens to the scheme.</source>
        <translation>Wie sehr die Ausrichtung auf das Schema hört.</translation>
    </message>
    <message>
        <source>KL weight β</source>
        <translation>KL-Gewicht β</translation>
    </message>
    <message>
        <source>How strongly the policy is held near the supervised one.</source>
        <translation>Wie stark die Policy nahe der überwachten gehalten wird.</translation>
    </message>
    <message>
        <source>Entropy weight η</source>
        <translation>Entropiegewicht η</translation>
    </message>
    <message>
        <source>How much the policy is rewarded for staying undecided.</source>
        <translation>Wie sehr die Policy dafür belohnt wird, unentschieden zu bleiben.</translation>
    </message>
    <message>
        <source>BCE weight</source>
        <translation>BCE-Gewicht</translation>
    </message>
    <message>
        <source>How much the probabilities stay fitted to the logged actions.</source>
        <translation>Wie sehr die Wahrscheinlichkeiten an die protokollierten Aktionen angepasst bleiben.</translation>
    </message>
    <message>
        <source>as the log supports</source>
        <translation>was das Protokoll hergibt</translation>
    </message>
    <message>
        <source>the scheme&apos;s own</source>
        <translation>vom Schema</translation>
    </message>
    <message>
        <source>What a row&apos;s reward is compared with before it pushes or pulls.</source>
        <translation>Womit der Reward einer Zeile verglichen wird, bevor er abstößt oder anzieht.</translation>
    </message>
    <message>
        <source>How the distance from the supervised policy is measured; the KL weight multiplies it.</source>
        <translation>Wie der Abstand zur überwachten Policy gemessen wird; das KL-Gewicht multipliziert ihn.</translation>
    </message>
    <message>
        <source>Advice on the objective</source>
        <translation>Rat zum Ziel</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No propensity</source>
        <translation>Ohne Propensity</translation>
    </message>
    <message>
        <source>Advantage</source>
        <translation>Advantage</translation>
    </message>
    <message>
        <source>Advantage group</source>
        <translation>Advantage-Gruppe</translation>
    </message>
    <message>
        <source>Held near by</source>
        <translation>Nahe gehalten durch</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>propensity rule</source>
        <translation>Propensity-Regel</translation>
    </message>
    <message>
        <source>advantage</source>
        <translation>Advantage</translation>
    </message>
    <message>
        <source>advantage group</source>
        <translation>Advantage-Gruppe</translation>
    </message>
    <message>
        <source>regulariser</source>
        <translation>Regularisierer</translation>
    </message>
    <message>
        <source>reward weight</source>
        <translation>Reward-Gewicht</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL-Gewicht</translation>
    </message>
    <message>
        <source>entropy weight</source>
        <translation>Entropiegewicht</translation>
    </message>
    <message>
        <source>Which rows share a mean when the scheme compares rewards. A bandit log has one row a slate, whose advantage within its slate would always be 0, so there the batch is the group, or those rows of it whose context has the same value.</source>
        <translation>Welche Zeilen sich einen Mittelwert teilen, wenn das Schema Rewards vergleicht. Ein Bandit-Protokoll hat eine Zeile je Slate, deren Advantage innerhalb ihrer Slate immer 0 wäre; dort ist der Batch die Gruppe, oder dessen Zeilen mit demselben Wert im Kontext.</translation>
    </message>
    <message>
        <source>%1 does not compare rewards, so there is no group to choose.</source>
        <translation>%1 vergleicht keine Rewards, also gibt es keine Gruppe zu wählen.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>Slate</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>batch, by %1</source>
        <translation>Batch, nach %1</translation>
    </message>
    <message>
        <source>The clipping scheme: how a logged reward, weighed by its ratio, becomes a loss.</source>
        <translation>Das Clipping-Schema: wie ein protokollierter Reward, mit seiner Ratio gewichtet, zum Verlust wird.</translation>
    </message>
    <message>
        <source>Which logged pairs of slate and item the loss is taken over.</source>
        <translation>Über welche protokollierten Paare von Slate und Item der Verlust gebildet wird.</translation>
    </message>
    <message>
        <source>What π_β is taken for where the log states no propensity.</source>
        <translation>Was für π_β gilt, wo das Protokoll keine Propensity nennt.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::OpenLogDialog</name>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Open a log: %1</source>
        <translation>Protokoll öffnen: %1</translation>
    </message>
    <message>
        <source>Double-click a problem to see its column and line.</source>
        <translation>Ein Doppelklick auf ein Problem zeigt seine Spalte und Zeile.</translation>
    </message>
    <message>
        <source>Selected column</source>
        <translation>Ausgewählte Spalte</translation>
    </message>
    <message>
        <source>Slates</source>
        <translation>Slates</translation>
    </message>
    <message>
        <source>Tasks and their labels</source>
        <translation>Aufgaben und ihre Labels</translation>
    </message>
    <message>
        <source>Logging model</source>
        <translation>Logging-Modell</translation>
    </message>
    <message>
        <source>Files beside that describe</source>
        <translation>Beigelegte Dateien zur Beschreibung</translation>
    </message>
    <message>
        <source>Simulated clicks</source>
        <translation>Simulierte Klicks</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird probiert…</translation>
    </message>
    <message>
        <source>One problem</source>
        <translation>Ein Problem</translation>
    </message>
    <message>
        <source>%L1 problems</source>
        <translation>%L1 Probleme</translation>
    </message>
    <message>
        <source>%L1 problems, the first %2 of them listed</source>
        <translation>%L1 Probleme, die ersten %2 davon aufgeführt</translation>
    </message>
</context>
<context>
    <name>luce::desktop::OverviewPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Count the log</source>
        <translation>Protokoll auszählen</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>Fortschritt des Auszählens</translation>
    </message>
    <message>
        <source>End the counting.</source>
        <translation>Auszählen beenden.</translation>
    </message>
    <message>
        <source>Count slates, propensities, tasks and features of the whole log.</source>
        <translation>Slates, Propensities, Aufgaben und Merkmale des ganzen Protokolls zählen.</translation>
    </message>
    <message>
        <source>Propensities π_β</source>
        <translation>Propensities π_β</translation>
    </message>
    <message>
        <source>The log states no propensities: choose a rule for them under Experiment, which every estimate will then rest on.</source>
        <translation>Das Protokoll gibt keine Propensities an: unter Experiment eine Regel dafür wählen, auf der dann jede Schätzung beruht.</translation>
    </message>
    <message>
        <source>π_β, logarithmic</source>
        <translation>π_β, logarithmisch</translation>
    </message>
    <message>
        <source>Slate sizes</source>
        <translation>Größen der Slates</translation>
    </message>
    <message>
        <source>The log has no slates.</source>
        <translation>Das Protokoll hat keine Slates.</translation>
    </message>
    <message>
        <source>candidates of a slate</source>
        <translation>Kandidaten einer Slate</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>How often each action happened over the logged rows.</source>
        <translation>Wie oft jede Aktion über die protokollierten Zeilen vorkam.</translation>
    </message>
    <message>
        <source>Correlation of the tasks</source>
        <translation>Korrelation der Aufgaben</translation>
    </message>
    <message>
        <source>How far the actions go together over the logged rows: 1 = always, 0 = unrelated.</source>
        <translation>Wie weit die Aktionen über die protokollierten Zeilen zusammengehen: 1 = immer, 0 = ohne Zusammenhang.</translation>
    </message>
    <message>
        <source>How tasks go together (correlation of labels)</source>
        <translation>Wie Aufgaben zusammengehen (Korrelation der Labels)</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Ranges of numbers, kinds of categories, and how much is missing.</source>
        <translation>Wertebereiche der Zahlen, Arten der Kategorien, und wie viel fehlt.</translation>
    </message>
    <message>
        <source>Counting the log</source>
        <translation>Protokoll wird ausgezählt</translation>
    </message>
    <message>
        <source>The log was not counted.</source>
        <translation>Das Protokoll wurde nicht ausgezählt.</translation>
    </message>
    <message>
        <source>Slate log</source>
        <translation>Slate-Protokoll</translation>
    </message>
    <message>
        <source>%1 slates</source>
        <translation>%1 Slates</translation>
    </message>
    <message>
        <source>%1 candidates, each with its actions</source>
        <translation>%1 Kandidaten, jeder mit seinen Aktionen</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Items</translation>
    </message>
    <message>
        <source>Bandit log</source>
        <translation>Bandit-Protokoll</translation>
    </message>
    <message>
        <source>%1 slates, each with one shown item</source>
        <translation>%1 Slates, jede mit einem gezeigten Item</translation>
    </message>
    <message>
        <source>%1 items to choose from</source>
        <translation>%1 Items zur Wahl</translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <translation>%1 bis %2 UTC</translation>
    </message>
    <message>
        <source>propensities for %1 of the rows</source>
        <translation>Propensities für %1 der Zeilen</translation>
    </message>
    <message>
        <source>places for %1</source>
        <translation>Plätze für %1</translation>
    </message>
    <message>
        <source>%1 to %2 · mean 1/π_β %3</source>
        <translation>%1 bis %2 · Mittel 1/π_β %3</translation>
    </message>
    <message>
        <source> for %L1 items</source>
        <translation> für %L1 Items</translation>
    </message>
    <message>
        <source> · uniform logging</source>
        <translation> · gleichverteiltes Logging</translation>
    </message>
    <message>
        <source>every slate has %L1</source>
        <translation>jede Slate hat %L1</translation>
    </message>
    <message>
        <source>%L1 to %L2, half of the slates up to %3</source>
        <translation>%L1 bis %L2, die Hälfte der Slates bis %3</translation>
    </message>
    <message>
        <source>The log has no features.</source>
        <translation>Das Protokoll hat keine Merkmale.</translation>
    </message>
    <message>
        <source> · very small: %L1</source>
        <translation> · sehr klein: %L1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ParetoChart</name>
    <message>
        <source>Settings by two outcomes</source>
        <translation>Einstellungen nach zwei Ergebnissen</translation>
    </message>
    <message>
        <source>Train, or open a run: settings are tried on what its estimator predicts for the held-out slates.</source>
        <translation>Trainieren oder einen Lauf öffnen: Einstellungen werden daran erprobt, was sein Schätzer für die zurückgehaltenen Slates vorhersagt.</translation>
    </message>
    <message>
        <source>Every setting by two outcomes. The line joins those that no other one beats in both: the Pareto front. Click on one to choose it.</source>
        <translation>Jede Einstellung nach zwei Ergebnissen. Die Linie verbindet jene, die keine andere in beiden übertrifft: die Pareto-Front. Ein Klick auf eine wählt sie.</translation>
    </message>
    <message>
        <source>beaten by the front</source>
        <translation>von der Front übertroffen</translation>
    </message>
    <message>
        <source>front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>sliders now</source>
        <translation>Regler jetzt</translation>
    </message>
    <message>
        <source>Left and Right choose the next point, Enter uses its weights.</source>
        <translation>Links und Rechts wählen den nächsten Punkt, die Eingabetaste übernimmt seine Gewichte.</translation>
    </message>
    <message>
        <source>%1 settings, %2 on the front · %3 rows of %4 held-out slates · bars: 95 % intervals</source>
        <translation>%1 Einstellungen, %2 auf der Front · %3 Zeilen von %4 zurückgehaltenen Slates · Balken: 95-%-Intervalle</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PinCard</name>
    <message>
        <source>Pinned slate %1</source>
        <translation>Angeheftete Slate %1</translation>
    </message>
    <message>
        <source>Slate %1. Bars: π_θ, likeliest first, in %2 where a reward was logged; marks: π_β. Click to show it.</source>
        <translation>Slate %1. Balken: π_θ, wahrscheinlichste zuerst, in %2, wo ein Reward protokolliert ist; Marken: π_β. Ein Klick zeigt sie.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>A slate kept in view while training goes on and sliders move. Click or Enter shows it, the cross or Delete takes it away.</source>
        <translation>Eine Slate, die im Blick bleibt, während das Training läuft und Regler bewegt werden. Klick oder Eingabetaste zeigt sie, das Kreuz oder Entf entfernt sie.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslösen</translation>
    </message>
    <message>
        <source>Unpin slate %1</source>
        <translation>Slate %1 loslösen</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>noch nicht trainiert</translation>
    </message>
    <message>
        <source>first: π %1, r %2</source>
        <translation>erster: π %1, r %2</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PinStrip</name>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Anheften</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Keep the shown slate in view (Ctrl+D)</source>
        <translation>Die gezeigte Slate im Blick behalten (Strg+D)</translation>
    </message>
    <message>
        <source>Pins the shown slate to the strip of cards, which follow training and sliders. Pinned slates are remembered with the dataset.</source>
        <translation>Heftet die gezeigte Slate an die Leiste der Karten, die dem Training und den Reglern folgen. Angeheftete Slates werden mit dem Datensatz gemerkt.</translation>
    </message>
    <message>
        <source>Pinned slates</source>
        <translation>Angeheftete Slates</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PlaygroundControls</name>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>The clipping scheme: how a logged reward, weighed by its ratio, becomes a loss.</source>
        <translation>Das Clipping-Schema: wie ein protokollierter Reward, mit seiner Ratio gewichtet, zum Verlust wird.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Which candidates of the slate the loss is taken over.</source>
        <translation>Über welche Kandidaten der Slate der Verlust gebildet wird.</translation>
    </message>
    <message>
        <source>Propensities</source>
        <translation>Propensities</translation>
    </message>
    <message>
        <source>What ρ is divided by: π_β as the board has it, or what stands in for it where a log does not state it: 1, the policy itself, or 1/N.</source>
        <translation>Wodurch ρ geteilt wird: π_β, wie es auf der Tafel steht, oder was dafür einspringt, wo ein Protokoll es nicht angibt: 1, die Policy selbst oder 1/N.</translation>
    </message>
    <message>
        <source>as on the board</source>
        <translation>wie auf der Tafel</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>Advantage</source>
        <translation>Advantage</translation>
    </message>
    <message>
        <source>What a row&apos;s reward is compared with before it pushes or pulls.</source>
        <translation>Womit der Reward einer Zeile verglichen wird, bevor er abstößt oder anzieht.</translation>
    </message>
    <message>
        <source>the scheme&apos;s own</source>
        <translation>vom Schema</translation>
    </message>
    <message>
        <source>raw reward</source>
        <translation>roher Reward</translation>
    </message>
    <message>
        <source>reward − group mean</source>
        <translation>Reward − Gruppenmittel</translation>
    </message>
    <message>
        <source>(reward − mean) / spread</source>
        <translation>(Reward − Mittel) / Streuung</translation>
    </message>
    <message>
        <source>reward − mean of the others</source>
        <translation>Reward − Mittel der anderen</translation>
    </message>
    <message>
        <source>Step size η</source>
        <translation>Schrittweite η</translation>
    </message>
    <message>
        <source>How far a step moves a score for a gradient of 1.</source>
        <translation>Wie weit ein Schritt einen Score bei einem Gradienten von 1 bewegt.</translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation>Temperatur τ</translation>
    </message>
    <message>
        <source>π is the softmax of s/τ: a low temperature decides, a high one spreads.</source>
        <translation>π ist der Softmax von s/τ: Eine niedrige Temperatur entscheidet, eine hohe verteilt.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Rewards weigh the same</source>
        <translation>Rewards wiegen gleich</translation>
    </message>
    <message>
        <source>An action is worth as much in training as its probability is in ranking. Without it, reward weights have sliders of their own.</source>
        <translation>Eine Aktion zählt beim Training so viel wie ihre Wahrscheinlichkeit beim Ranking. Sonst haben Reward-Gewichte eigene Regler.</translation>
    </message>
    <message>
        <source>Value weights</source>
        <translation>Value-Gewichte</translation>
    </message>
    <message>
        <source>Reward weight λ</source>
        <translation>Reward-Gewicht λ</translation>
    </message>
    <message>
        <source>How much the step listens to the scheme.</source>
        <translation>Wie sehr der Schritt auf das Schema hört.</translation>
    </message>
    <message>
        <source>KL weight β</source>
        <translation>KL-Gewicht β</translation>
    </message>
    <message>
        <source>How strongly the policy is held near the reference policy.</source>
        <translation>Wie stark die Policy nahe der Referenz-Policy gehalten wird.</translation>
    </message>
    <message>
        <source>Entropy weight η</source>
        <translation>Entropiegewicht η</translation>
    </message>
    <message>
        <source>How much the policy is rewarded for staying undecided.</source>
        <translation>Wie sehr die Policy dafür belohnt wird, unentschieden zu bleiben.</translation>
    </message>
    <message>
        <source>Held near by</source>
        <translation>Nahe gehalten durch</translation>
    </message>
    <message>
        <source>How the distance is measured.</source>
        <translation>Wie der Abstand gemessen wird.</translation>
    </message>
    <message>
        <source>Reference policy</source>
        <translation>Referenz-Policy</translation>
    </message>
    <message>
        <source>What KL holds the policy near: the policy of p alone, without the steps, or the logging policy.</source>
        <translation>Woran KL die Policy hält: an der Policy von p allein, ohne die Schritte, oder an der Logging-Policy.</translation>
    </message>
    <message>
        <source>supervised (δ = 0)</source>
        <translation>überwacht (δ = 0)</translation>
    </message>
    <message>
        <source>logging π_β</source>
        <translation>Logging π_β</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Scheme: %1</source>
        <translation>Schema: %1</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Reward weight</source>
        <translation>Reward-Gewicht</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL-Gewicht</translation>
    </message>
    <message>
        <source>Entropy weight</source>
        <translation>Entropiegewicht</translation>
    </message>
    <message>
        <source>What p(%1) counts in the score.</source>
        <translation>Was p(%1) im Score zählt.</translation>
    </message>
    <message>
        <source>Weight of %1 = %2</source>
        <translation>Gewicht von %1 = %2</translation>
    </message>
    <message>
        <source>Reward of %1</source>
        <translation>Reward von %1</translation>
    </message>
    <message>
        <source>What the action %1 counts in the reward.</source>
        <translation>Was die Aktion %1 im Reward zählt.</translation>
    </message>
    <message>
        <source>Reward of %1 = %2</source>
        <translation>Reward von %1 = %2</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PlaygroundDocument</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Open a board</source>
        <translation>Eine Tafel öffnen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PlaygroundWindow</name>
    <message>
        <source>Single-slate playground – Luce</source>
        <translation>Spielplatz einer Slate – Luce</translation>
    </message>
    <message>
        <source>Nothing moves: there is no gradient.</source>
        <translation>Nichts bewegt sich: Es gibt keinen Gradienten.</translation>
    </message>
    <message>
        <source>Numbers of the board</source>
        <translation>Zahlen der Tafel</translation>
    </message>
    <message>
        <source>The board as a table: names, p, π_β and δ can be typed, actions and the draw ticked; the rest follows.</source>
        <translation>Die Tafel als Tabelle: Namen, p, π_β und δ lassen sich eintippen, Aktionen und Ziehung anhaken; der Rest folgt daraus.</translation>
    </message>
    <message>
        <source>Views of the slate</source>
        <translation>Ansichten der Slate</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>The slate as bars and arrows, to be dragged.</source>
        <translation>Die Slate als Balken und Pfeile, zum Ziehen.</translation>
    </message>
    <message>
        <source>The same as a table, to be typed.</source>
        <translation>Dasselbe als Tabelle, zum Tippen.</translation>
    </message>
    <message>
        <source>The candidate in words</source>
        <translation>Der Kandidat in Worten</translation>
    </message>
    <message>
        <source>Settings of the board</source>
        <translation>Einstellungen der Tafel</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>One step down the gradient: each score moves along its arrow.</source>
        <translation>Ein Schritt den Gradienten hinab: Jeder Score bewegt sich entlang seines Pfeils.</translation>
    </message>
    <message>
        <source>Step ×1&amp;0</source>
        <translation>Schritt ×1&amp;0</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Return</source>
        <translation>Ctrl+Shift+Return</translation>
    </message>
    <message>
        <source>Ten steps, slowly enough to watch. Again: stops.</source>
        <translation>Zehn Schritte, langsam genug zum Zusehen. Nochmals: hält an.</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Steps until nothing moves any more, or until it is stopped.</source>
        <translation>Schritte, bis sich nichts mehr bewegt oder bis angehalten wird.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Takes back the last change or step, without end.</source>
        <translation>Nimmt die letzte Änderung oder den letzten Schritt zurück, ohne Ende.</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation>Macht die zurückgenommene Änderung noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Take back all steps</source>
        <translation>Alle Schritte &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>δ = 0: the scores are again what p says.</source>
        <translation>δ = 0: Die Scores sind wieder, was p sagt.</translation>
    </message>
    <message>
        <source>&amp;Add a candidate</source>
        <translation>Kandidat &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>An average candidate at the end, eight at most.</source>
        <translation>Ein durchschnittlicher Kandidat am Ende, höchstens acht.</translation>
    </message>
    <message>
        <source>&amp;Remove the candidate</source>
        <translation>Kandidat &amp;entfernen</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>The candidate that is framed goes; three stay at least.</source>
        <translation>Der umrahmte Kandidat geht; mindestens drei bleiben.</translation>
    </message>
    <message>
        <source>Take the &amp;slate of the study</source>
        <translation>&amp;Slate der Studie übernehmen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Puts the slate that the study shows on the board, with its scheme and weights.</source>
        <translation>Bringt die Slate, die die Studie zeigt, mit ihrem Schema und ihren Gewichten auf die Tafel.</translation>
    </message>
    <message>
        <source>&amp;Open a board…</source>
        <translation>Tafel ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>A board that was saved. It can be undone.</source>
        <translation>Eine gespeicherte Tafel. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Save the board…</source>
        <translation>Tafel &amp;speichern…</translation>
    </message>
    <message>
        <source>The board with all its settings, for others or for another day.</source>
        <translation>Die Tafel mit allen Einstellungen, für andere oder für einen anderen Tag.</translation>
    </message>
    <message>
        <source>&amp;Copy as a picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>The board as a picture on the clipboard.</source>
        <translation>Die Tafel als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Take back all steps</source>
        <translation>Alle Schritte zurücknehmen</translation>
    </message>
    <message>
        <source>Add a candidate</source>
        <translation>Kandidat hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Voreinstellungen</translation>
    </message>
    <message>
        <source>The board as a picture, in large type.</source>
        <translation>Die Tafel als Bild, in großer Schrift.</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Als P&amp;NG speichern…</translation>
    </message>
    <message>
        <source>Save as S&amp;VG…</source>
        <translation>Als S&amp;VG speichern…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Closes the playground; the board is there again next time.</source>
        <translation>Schließt den Spielplatz; die Tafel ist beim nächsten Mal wieder da.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Voreinstellung: %1</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Boards to begin with, each of which shows one thing.</source>
        <translation>Tafeln für den Anfang, von denen jede eine Sache zeigt.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>×10</source>
        <translation>×10</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dazu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>From the study</source>
        <translation>Aus der Studie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Slate of the study</source>
        <translation>Slate der Studie</translation>
    </message>
    <message>
        <source>There is no slate to take</source>
        <translation>Es gibt keine Slate zum Übernehmen</translation>
    </message>
    <message>
        <source>Open a board</source>
        <translation>Eine Tafel öffnen</translation>
    </message>
    <message>
        <source>Boards (*.json)</source>
        <translation>Tafeln (*.json)</translation>
    </message>
    <message>
        <source>The board could not be opened</source>
        <translation>Die Tafel konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Save the board</source>
        <translation>Tafel speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>The board could not be saved</source>
        <translation>Die Tafel konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PolicyBook</name>
    <message>
        <source>The policies could not be changed</source>
        <translation>Die Policies konnten nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 policies</source>
        <translation>%1 Policies</translation>
    </message>
    <message>
        <source>the policy %1</source>
        <translation>die Policy %1</translation>
    </message>
    <message>
        <source>A policy needs a name.</source>
        <translation>Eine Policy braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is already a policy named %1.</source>
        <translation>Es gibt schon eine Policy namens %1.</translation>
    </message>
    <message>
        <source>rename the policy %1 to %2</source>
        <translation>Policy %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>bring back %1</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message>
        <source>Removed %1; Ctrl+Z brings it back.</source>
        <translation>Entfernt: %1; Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <source>Removed %1; Ctrl+Z brings them back.</source>
        <translation>%1 entfernt; Strg+Z holt sie zurück.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PolicyChoice</name>
    <message>
        <source>Another policy on the same slates: the difference is paired, which is far surer than two separate intervals.</source>
        <translation>Eine andere Policy auf denselben Slates: Die Differenz ist gepaart, was weit sicherer ist als zwei getrennte Intervalle.</translation>
    </message>
    <message>
        <source>no other policy</source>
        <translation>keine andere</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichverteilt</translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation>Logging-Policy</translation>
    </message>
    <message>
        <source>its supervised start</source>
        <translation>ihr überwachter Anfang</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Policy %1</translation>
    </message>
    <message>
        <source>Kept from the file %1 since %2; scores %L3 slates</source>
        <translation>Aus der Datei %1, behalten seit %2; bewertet %L3 Slates</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>eine Datei…</translation>
    </message>
    <message>
        <source>Scores of another program as CSV (slate_id, item_id, score), or a TorchScript model. The temperature of the sliders makes a policy of its scores. The workspace keeps it.</source>
        <translation>Scores eines anderen Programms als CSV (slate_id, item_id, score) oder ein TorchScript-Modell. Die Temperatur der Regler macht aus den Scores eine Policy. Der Arbeitsbereich behält sie.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PolicyDesk</name>
    <message>
        <source>The workspace keeps this file already, as the policy %1.</source>
        <translation>Der Arbeitsbereich hat diese Datei schon, als Policy %1.</translation>
    </message>
    <message>
        <source>Kept in the workspace as the policy %1.</source>
        <translation>Im Arbeitsbereich behalten als Policy %1.</translation>
    </message>
    <message>
        <source>Cancelled; no policy was kept.</source>
        <translation>Abgebrochen; keine Policy wurde behalten.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PolicyDialog</name>
    <message>
        <source>&amp;From a file…</source>
        <translation>Aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>Keep another policy: scores of another program as CSV, or a TorchScript model.</source>
        <translation>Eine weitere Policy behalten: Scores eines anderen Programms als CSV oder ein TorchScript-Modell.</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give the selected policy another name (F2).</source>
        <translation>Der ausgewählten Policy einen anderen Namen geben (F2).</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected policies; undo brings them back.</source>
        <translation>Die ausgewählten Policies entfernen; Rückgängig holt sie zurück.</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Bring the selected removed policies back.</source>
        <translation>Die ausgewählten entfernten Policies zurückholen.</translation>
    </message>
    <message>
        <source>&amp;Show removed ones</source>
        <translation>Entfernte &amp;zeigen</translation>
    </message>
    <message>
        <source>Policies from elsewhere</source>
        <translation>Policies von anderswo</translation>
    </message>
    <message>
        <source>Policies that were read from files and are kept in the workspace with their scores. The page Evaluation compares runs with them. F2 renames one, Del removes it.</source>
        <translation>Policies, die aus Dateien gelesen wurden und mit ihren Scores im Arbeitsbereich liegen. Die Seite Bewertung vergleicht Läufe mit ihnen. F2 benennt eine um, Entf entfernt sie.</translation>
    </message>
    <message>
        <source>Also lists policies that were removed and can be brought back.</source>
        <translation>Führt auch Policies auf, die entfernt wurden und zurückgeholt werden können.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close this window.</source>
        <translation>Dieses Fenster schließen.</translation>
    </message>
    <message>
        <source>This workspace keeps no policy from elsewhere yet.</source>
        <translation>Dieser Arbeitsbereich enthält noch keine Policy von anderswo.</translation>
    </message>
    <message>
        <source>The page Evaluation compares runs with these policies.</source>
        <translation>Die Seite Bewertung vergleicht Läufe mit diesen Policies.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PolicyImporter</name>
    <message>
        <source>Reading the other policy</source>
        <translation>Die andere Policy wird gelesen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PolicyModel</name>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <source>as the sliders</source>
        <translation>wie die Regler</translation>
    </message>
    <message>
        <source>A TorchScript model&apos;s scores of %L1 candidates</source>
        <translation>Scores eines TorchScript-Modells für %L1 Kandidaten</translation>
    </message>
    <message>
        <source>Another program&apos;s scores of %L1 candidates</source>
        <translation>Scores eines anderen Programms für %L1 Kandidaten</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Slates scored</source>
        <translation>Bewertete Slates</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Kept since</source>
        <translation>Behalten seit</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 der Datei</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PresetDialog</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Saved presets</source>
        <translation>Gespeicherte Voreinstellungen</translation>
    </message>
    <message>
        <source>Saved weightings and experiments. Edit a name (F2) to rename it.</source>
        <translation>Gespeicherte Gewichtungen und Experimente. Zum Umbenennen den Namen bearbeiten (F2).</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Weights and temperature</source>
        <translation>Gewichte und Temperatur</translation>
    </message>
    <message>
        <source>A whole experiment</source>
        <translation>Ein ganzes Experiment</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Eine Voreinstellung braucht einen Namen.</translation>
    </message>
    <message>
        <source>&amp;Undo delete</source>
        <translation>Löschen &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Brings back the preset that was deleted last, then the one before, until Luce is closed.</source>
        <translation>Holt die zuletzt gelöschte Voreinstellung zurück, dann die davor, bis Luce geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Weightings and experiments to apply or to keep</source>
        <translation>Gewichtungen und Experimente zum Anwenden oder Aufheben</translation>
    </message>
    <message>
        <source>Presets set the sliders at once: value weights and temperature, or a whole experiment. What is applied can be undone. They are kept for every log.</source>
        <translation>Voreinstellungen stellen die Regler auf einmal: Wertgewichte und Temperatur oder ein ganzes Experiment. Das Anwenden lässt sich rückgängig machen. Sie gelten für jedes Protokoll.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Every action is worth 1</source>
        <translation>Jede Aktion ist 1 wert</translation>
    </message>
    <message>
        <source>By rarity (1/mean)</source>
        <translation>Nach Seltenheit (1/Mittelwert)</translation>
    </message>
    <message>
        <source>The rarer an action is in the log, the more it is worth</source>
        <translation>Je seltener eine Aktion im Protokoll ist, desto mehr ist sie wert</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Save weights and temperature…</source>
        <translation>Gewichte und Temperatur speichern…</translation>
    </message>
    <message>
        <source>Save the whole experiment…</source>
        <translation>Das ganze Experiment speichern…</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>Umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>preset “%1”</source>
        <translation>Voreinstellung „%1“</translation>
    </message>
    <message>
        <source>By rarity</source>
        <translation>Nach Seltenheit</translation>
    </message>
    <message>
        <source>The preset “%1” weighs none of this log&apos;s actions; nothing was changed.</source>
        <translation>Die Voreinstellung „%1“ gewichtet keine der Aktionen dieses Protokolls; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The preset could not be applied</source>
        <translation>Die Voreinstellung konnte nicht angewendet werden</translation>
    </message>
    <message>
        <source>Saved the preset “%1”</source>
        <translation>Voreinstellung „%1“ gespeichert</translation>
    </message>
    <message>
        <source>The preset could not be saved</source>
        <translation>Die Voreinstellung konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save a preset</source>
        <translation>Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Voreinstellung:</translation>
    </message>
    <message>
        <source>Replace the preset “%1”?</source>
        <translation>Voreinstellung „%1“ ersetzen?</translation>
    </message>
</context>
<context>
    <name>luce::desktop::PreviewTable</name>
    <message>
        <source>Line in the file</source>
        <translation>Zeile in der Datei</translation>
    </message>
    <message>
        <source>First records of the log</source>
        <translation>Erste Datensätze des Protokolls</translation>
    </message>
    <message>
        <source>Choose a column&apos;s role with a click on it, with the right mouse button, or with the space bar; several columns at once when several are selected.</source>
        <translation>Die Rolle einer Spalte per Klick darauf, mit der rechten Maustaste oder der Leertaste wählen; mehrere Spalten zugleich, wenn mehrere ausgewählt sind.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProblemDialog</name>
    <message>
        <source>Co&amp;py all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>One thing is wrong; nothing was imported.</source>
        <translation>Etwas stimmt nicht; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>%L1 things are wrong; nothing was imported.</source>
        <translation>%L1 Dinge stimmen nicht; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>Die ersten %1 sind aufgeführt.</translation>
    </message>
    <message>
        <source>The sound slates can be imported without the rest: a slate with a faulty line is left out as a whole, since a slate that lacks a candidate would be another slate.</source>
        <translation>Die fehlerfreien Slates können ohne den Rest importiert werden: Eine Slate mit einer fehlerhaften Zeile wird als Ganzes ausgelassen, da eine Slate, der ein Kandidat fehlt, eine andere wäre.</translation>
    </message>
    <message>
        <source>Import the &amp;sound slates</source>
        <translation>&amp;Fehlerfreie Slates importieren</translation>
    </message>
    <message>
        <source>Change the &amp;mapping…</source>
        <translation>&amp;Zuordnung ändern…</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… und %L1 weitere</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProblemModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProblemTable</name>
    <message>
        <source>Problems of the log</source>
        <translation>Probleme des Protokolls</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProgressStrip</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What goes on</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Ends what goes on; nothing is changed by what was not finished.</source>
        <translation>Beendet, was gerade läuft; Unfertiges ändert nichts.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>%1 · step %L2 of %L3 · %4 · %5</source>
        <translation>%1 · Schritt %L2 von %L3 · %4 · %5</translation>
    </message>
</context>
<context>
    <name>luce::desktop::QuestionBox</name>
    <message>
        <source>An answer. Choosing it tells why it is right or not; any number may be tried.</source>
        <translation>Eine Antwort. Wird sie gewählt, steht da, warum sie stimmt oder nicht; beliebig viele dürfen versucht werden.</translation>
    </message>
    <message>
        <source>✓ **Right.** %1</source>
        <translation>✓ **Richtig.** %1</translation>
    </message>
    <message>
        <source>✗ **Not quite.** %1</source>
        <translation>✗ **Nicht ganz.** %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::QueueModel</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waits for the dataset %1</source>
        <translation>wartet auf den Datensatz %1</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1: %2 on %3, %4 supervised and %5 aligned epochs, seed %6</source>
        <translation>%1: %2 auf %3, %4 überwachte und %5 ausrichtende Epochen, Startwert %6</translation>
    </message>
    <message>
        <source>, from the run %1</source>
        <translation>, vom Lauf %1 aus</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Validation reward</source>
        <translation>Validierungs-Reward</translation>
    </message>
</context>
<context>
    <name>luce::desktop::QueuePanel</name>
    <message>
        <source>Add to the &amp;queue</source>
        <translation>Zur &amp;Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Q</source>
        <translation>Ctrl+Shift+Q</translation>
    </message>
    <message>
        <source>Train the experiment as it is now after those that wait (Ctrl+Shift+Q)</source>
        <translation>Das Experiment, wie es jetzt ist, nach den wartenden trainieren (Strg+Umschalt+Q)</translation>
    </message>
    <message>
        <source>Puts a copy of the experiment behind the runs that wait. Sliders that are moved later do not change it. It begins by itself when nothing else trains.</source>
        <translation>Stellt eine Kopie des Experiments hinter die wartenden Läufe. Später bewegte Regler ändern sie nicht. Sie beginnt von selbst, wenn nichts anderes trainiert.</translation>
    </message>
    <message>
        <source>Name of the run that is added to the queue</source>
        <translation>Name des Laufs, der der Warteschlange hinzugefügt wird</translation>
    </message>
    <message>
        <source>What the added run is called; a name that is taken gets a number.</source>
        <translation>Wie der hinzugefügte Lauf heißt; ein vergebener Name erhält eine Nummer.</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>Warteschlange der Läufe</translation>
    </message>
    <message>
        <source>Runs that are over, the one that trains, and those that wait, in the order in which they will begin. Drag a waiting one to another place.</source>
        <translation>Beendete Läufe, der trainierende und die wartenden, in der Reihenfolge, in der sie beginnen. Einen wartenden an einen anderen Platz ziehen.</translation>
    </message>
    <message>
        <source>One run waited when this workspace was last open.</source>
        <translation>Ein Lauf wartete, als dieser Arbeitsbereich zuletzt geöffnet war.</translation>
    </message>
    <message>
        <source>%1 runs waited when this workspace was last open.</source>
        <translation>%1 Läufe warteten, als dieser Arbeitsbereich zuletzt geöffnet war.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Trains the runs that waited, one after another.</source>
        <translation>Trainiert die wartenden Läufe nacheinander.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Removes the runs that waited from the queue.</source>
        <translation>Entfernt die wartenden Läufe aus der Warteschlange.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Moves the selected run before the one above it.</source>
        <translation>Stellt den ausgewählten Lauf vor den darüber.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Moves the selected run behind the one below it.</source>
        <translation>Stellt den ausgewählten Lauf hinter den darunter.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Removes the selected run from the queue, or stops it if it trains; it then keeps its best weights so far.</source>
        <translation>Entfernt den ausgewählten Lauf aus der Warteschlange oder stoppt ihn, wenn er trainiert; er behält dann seine bisher besten Gewichte.</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Empties the queue and stops the run that trains.</source>
        <translation>Leert die Warteschlange und stoppt den trainierenden Lauf.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take the runs that are over off this list</source>
        <translation>Beendete Läufe aus dieser Liste nehmen</translation>
    </message>
    <message>
        <source>Takes the runs that are over off this list. They stay in the workspace.</source>
        <translation>Nimmt die beendeten Läufe aus dieser Liste. Sie bleiben im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Begin no further run</source>
        <translation>Keinen weiteren Lauf beginnen</translation>
    </message>
    <message>
        <source>A paused queue begins no run. The one that trains goes on; the toolbar pauses it.</source>
        <translation>Eine pausierte Warteschlange beginnt keinen Lauf. Der trainierende läuft weiter; die Werkzeugleiste hält ihn an.</translation>
    </message>
    <message>
        <source>kept and offered again when this workspace is opened</source>
        <translation>behalten und beim Öffnen dieses Arbeitsbereichs wieder angeboten</translation>
    </message>
    <message>
        <source>One run waits in the queue; it is %1.</source>
        <translation>Ein Lauf wartet in der Warteschlange; er wird %1.</translation>
    </message>
    <message>
        <source>%1 runs wait in the queue; they are %2.</source>
        <translation>%1 Läufe warten in der Warteschlange; sie werden %2.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RangeRow</name>
    <message>
        <source>as it is</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>even</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>by ratio</source>
        <translation>nach Verhältnis</translation>
    </message>
    <message>
        <source>As it is: the slider&apos;s value, not varied.
Even: evenly spread from the lowest to the highest.
By ratio: evenly spread by ratio, for ranges over several magnitudes.</source>
        <translation>Wie eingestellt: der Wert des Reglers, nicht variiert.
Gleichmäßig: gleichmäßig vom niedrigsten bis zum höchsten Wert verteilt.
Nach Verhältnis: in gleichen Verhältnissen verteilt, für Bereiche über mehrere Größenordnungen.</translation>
    </message>
    <message>
        <source>How %1 is varied</source>
        <translation>Wie %1 variiert wird</translation>
    </message>
    <message>
        <source>Lowest %1</source>
        <translation>%1, niedrigster Wert</translation>
    </message>
    <message>
        <source>Highest %1</source>
        <translation>%1, höchster Wert</translation>
    </message>
    <message>
        <source>Lowest value that is tried</source>
        <translation>Niedrigster erprobter Wert</translation>
    </message>
    <message>
        <source>Highest value that is tried</source>
        <translation>Höchster erprobter Wert</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RankerList</name>
    <message>
        <source>Every order is equally likely.</source>
        <translation>Jede Reihenfolge ist gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>The policy of the first log goes on as it was.</source>
        <translation>Die Policy des ersten Protokolls macht weiter wie bisher.</translation>
    </message>
    <message>
        <source>By what items earned in this ranker&apos;s own logs, the same for all users.</source>
        <translation>Nach dem, was Items in den eigenen Protokollen dieses Rankers einbrachten, für alle Nutzer gleich.</translation>
    </message>
    <message>
        <source>Knows what every candidate would earn at once, though not what comes of it later: no ranker has less regret, but one may earn more in the end.</source>
        <translation>Weiß, was jeder Kandidat sofort einbrächte, aber nicht, was später daraus wird: Kein Ranker hat weniger Regret, aber einer kann am Ende mehr einbringen.</translation>
    </message>
    <message>
        <source>An estimator that predicts actions, weighed by the value weights.</source>
        <translation>Ein Schätzer, der Aktionen vorhersagt, gewichtet mit den Wertgewichten.</translation>
    </message>
    <message>
        <source>The same estimator, then aligned with the reward by the scheme “%1”.</source>
        <translation>Derselbe Schätzer, danach mit dem Schema „%1“ am Reward ausgerichtet.</translation>
    </message>
    <message>
        <source>Rankers</source>
        <translation>Ranker</translation>
    </message>
    <message>
        <source>Rankers that play side by side on the same users, with the same chance: tick those that you want to see. In the first round all of them are the logging policy.</source>
        <translation>Ranker, die nebeneinander auf denselben Nutzern spielen, mit demselben Zufall: anhaken, was zu sehen sein soll. In der ersten Runde sind sie alle die Logging-Policy.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RatioChart</name>
    <message>
        <source>Importance ratios ρ</source>
        <translation>Importance-Ratios ρ</translation>
    </message>
    <message>
        <source>Train, or open a run, to see how far the policy is from the logging policy.</source>
        <translation>Trainieren oder einen Lauf öffnen, um zu sehen, wie weit die Policy von der Logging-Policy entfernt ist.</translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation>zurückgehaltene Zeilen</translation>
    </message>
    <message>
        <source>clip bounds</source>
        <translation>Clip-Grenzen</translation>
    </message>
    <message>
        <source>ρ = π/π_β, logarithmic</source>
        <translation>ρ = π/π_β, logarithmisch</translation>
    </message>
    <message>
        <source>% of rows</source>
        <translation>% der Zeilen</translation>
    </message>
    <message>
        <source>ρ = π, logarithmic</source>
        <translation>ρ = π, logarithmisch</translation>
    </message>
    <message>
        <source>%1 rows · effective %2 of %3 · largest ρ %4</source>
        <translation>%1 Zeilen · effektiv %2 von %3 · größtes ρ %4</translation>
    </message>
    <message>
        <source> · clipped %1 % low, %2 % high</source>
        <translation> · begrenzt %1 % unten, %2 % oben</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ReadOnlyBar</name>
    <message>
        <source>Read only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Why this workspace can only be read</source>
        <translation>Warum dieser Arbeitsbereich nur gelesen werden kann</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open the workspace again, for writing if that is possible by now</source>
        <translation>Den Arbeitsbereich neu öffnen, zum Schreiben, wenn das inzwischen möglich ist</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Save all that the workspace holds in another file, and go on with that</source>
        <translation>Alles, was der Arbeitsbereich enthält, in einer anderen Datei speichern und mit dieser weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ReliabilityChart</name>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Train, or open a run, to see whether what it predicts comes true.</source>
        <translation>Trainieren oder einen Lauf öffnen, um zu sehen, ob seine Vorhersagen eintreffen.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>The task whose predicted probabilities are compared with what happened.</source>
        <translation>Die Aufgabe, deren vorhergesagte Wahrscheinlichkeiten mit dem Geschehenen verglichen werden.</translation>
    </message>
    <message>
        <source>Predicted probability against the share of actions that happened. On the diagonal the estimator means what it says.</source>
        <translation>Vorhergesagte Wahrscheinlichkeit gegen den Anteil eingetretener Aktionen. Auf der Diagonalen meint der Schätzer, was er sagt.</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>bins of equal width</source>
        <translation>Klassen gleicher Breite</translation>
    </message>
    <message>
        <source>bins of equally many rows</source>
        <translation>Klassen mit gleich vielen Zeilen</translation>
    </message>
    <message>
        <source>Where most predictions are alike, bins of equally many rows show more of them.</source>
        <translation>Wo die meisten Vorhersagen ähnlich sind, zeigen Klassen mit gleich vielen Zeilen mehr davon.</translation>
    </message>
    <message>
        <source>as predicted</source>
        <translation>wie vorhergesagt</translation>
    </message>
    <message>
        <source>seen, with 95 % interval</source>
        <translation>beobachtet, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>predicted probability</source>
        <translation>vorhergesagte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>seen share</source>
        <translation>beobachteter Anteil</translation>
    </message>
    <message>
        <source>%L1 rows predicted between %2 and %3
predicted %4 on average
seen %5</source>
        <translation>%L1 Zeilen, vorhergesagt zwischen %2 und %3
im Mittel vorhergesagt %4
beobachtet %5</translation>
    </message>
    <message>
        <source>rows by bin</source>
        <translation>Zeilen je Klasse</translation>
    </message>
    <message>
        <source>calibration error %1 · Brier %2 · log loss %3 · AUC %4 · %L5 rows (at most %8 % in a bin), seen %6, predicted %7</source>
        <translation>Kalibrierungsfehler %1 · Brier %2 · Log-Loss %3 · AUC %4 · %L5 Zeilen (höchstens %8 % in einer Klasse), gesehen %6, vorhergesagt %7</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ReportDesk</name>
    <message>
        <source>One page, as HTML or PDF, that tells all of the selected runs, or else of the opened one: experiment, data, charts, estimates, warnings, provenance.</source>
        <translation>Eine Seite, als HTML oder PDF, die alles über die ausgewählten Läufe sagt, sonst über den geöffneten: Experiment, Daten, Diagramme, Schätzungen, Warnungen, Herkunft.</translation>
    </message>
    <message>
        <source>All metrics of the selected runs, or else of the opened one, their weights and experiments, for tensorboard --logdir.</source>
        <translation>Alle Metriken der ausgewählten Läufe, sonst des geöffneten, mit Gewichten und Experimenten, für tensorboard --logdir.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>Der Bericht konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Folder for the events</source>
        <translation>Ordner für die Ereignisse</translation>
    </message>
    <message>
        <source>Writing events</source>
        <translation>Schreibe Ereignisse</translation>
    </message>
    <message>
        <source>Writing a report</source>
        <translation>Schreibe einen Bericht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The window can be used meanwhile.</source>
        <translation>Das Fenster lässt sich inzwischen benutzen.</translation>
    </message>
    <message>
        <source>&amp;Write a report…</source>
        <translation>Beri&amp;cht schreiben…</translation>
    </message>
    <message>
        <source>Write events for TensorBo&amp;ard…</source>
        <translation>Ereignisse für TensorBo&amp;ard schreiben…</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RoleHeader</name>
    <message>
        <source>logging model</source>
        <translation>Logging-Modell</translation>
    </message>
    <message>
        <source>context, number</source>
        <translation>Kontext, Zahl</translation>
    </message>
    <message>
        <source>context, category</source>
        <translation>Kontext, Kategorie</translation>
    </message>
    <message>
        <source>candidate, number</source>
        <translation>Kandidat, Zahl</translation>
    </message>
    <message>
        <source>candidate, category</source>
        <translation>Kandidat, Kategorie</translation>
    </message>
    <message>
        <source>Roles of the columns</source>
        <translation>Rollen der Spalten</translation>
    </message>
    <message>
        <source>(row number)</source>
        <translation>(Zeilennummer)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RunBook</name>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>the run %1</source>
        <translation>der Lauf %1</translation>
    </message>
    <message>
        <source>The runs could not be changed</source>
        <translation>Die Läufe konnten nicht geändert werden</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>Ein Lauf braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is already a run named %1.</source>
        <translation>Es gibt schon einen Lauf namens %1.</translation>
    </message>
    <message>
        <source>%1 is still being trained; rename it when it has ended.</source>
        <translation>%1 wird noch trainiert; erst am Ende umbenennen.</translation>
    </message>
    <message>
        <source>rename the run %1 to %2</source>
        <translation>Lauf %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>colour %1</source>
        <translation>%1 färben</translation>
    </message>
    <message>
        <source>Still being trained, and so not removed: %1</source>
        <translation>Wird noch trainiert und darum nicht entfernt: %1</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Removed %1; Ctrl+Z brings it back.</source>
        <translation>Entfernt: %1; Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <source>bring back %1</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message>
        <source>take the experiment of %1</source>
        <translation>Experiment von %1 übernehmen</translation>
    </message>
    <message>
        <source>The sliders have the experiment of %1.</source>
        <translation>Die Regler haben das Experiment von %1.</translation>
    </message>
    <message>
        <source>This experiment does not fit the open dataset</source>
        <translation>Dieses Experiment passt nicht zum offenen Datensatz</translation>
    </message>
    <message>
        <source>Removed %1; Ctrl+Z brings them back.</source>
        <translation>%1 entfernt; Strg+Z holt sie zurück.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RunColumns</name>
    <message>
        <source>Only fields in which runs differ</source>
        <translation>Nur Felder, in denen sich Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Fields of the experiment</source>
        <translation>Felder des Experiments</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RunDetails</name>
    <message>
        <source>&amp;Only what differs in the experiment</source>
        <translation>&amp;Nur, worin sich die Experimente unterscheiden</translation>
    </message>
    <message>
        <source>Details and differences</source>
        <translation>Einzelheiten und Unterschiede</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Details of runs</source>
        <translation>Einzelheiten von Läufen</translation>
    </message>
    <message>
        <source>How each run went, what it ran on, and the fields of its experiment. Fields in which the experiments differ are bold.</source>
        <translation>Wie jeder Lauf verlief, worauf er lief, und die Felder seines Experiments. Felder, in denen sich die Experimente unterscheiden, sind fett.</translation>
    </message>
    <message>
        <source>Leaves out all rows but those in which the experiments differ.</source>
        <translation>Lässt alle Zeilen weg außer denen, in denen sich die Experimente unterscheiden.</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy what is shown, with tabs between cells.</source>
        <translation>Kopieren, was gezeigt wird, mit Tabulatoren zwischen den Zellen.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RunPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Every run of the workspace: what it was, what it came to, and the fields of its experiment. Marked fields differ from the opened run (or the selected one, when none is open). Ticked runs are laid over the charts. Double-click a run to open it; the menu of the right mouse button has the rest.</source>
        <translation>Alle Läufe des Arbeitsbereichs: was sie waren, was aus ihnen wurde, und die Felder ihres Experiments. Hervorgehobene Felder weichen vom geöffneten Lauf ab (oder vom ausgewählten, wenn keiner geöffnet ist). Angehakte Läufe liegen über den Diagrammen. Ein Doppelklick öffnet einen Lauf; alles Übrige steht im Menü der rechten Maustaste.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Show the run in the charts, with its experiment in the sliders</source>
        <translation>Den Lauf in den Diagrammen zeigen, sein Experiment in den Reglern</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation>Dem Lauf einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>Write something about the run</source>
        <translation>Etwas zum Lauf schreiben</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation>&amp;Farbe…</translation>
    </message>
    <message>
        <source>Choose the colour in which the runs are drawn</source>
        <translation>Die Farbe wählen, in der die Läufe gezeichnet werden</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Take its &amp;experiment into the sliders</source>
        <translation>Sein &amp;Experiment in die Regler übernehmen</translation>
    </message>
    <message>
        <source>A new experiment like that of the run, without opening it</source>
        <translation>Ein neues Experiment wie das des Laufs, ohne ihn zu öffnen</translation>
    </message>
    <message>
        <source>&amp;Lay over the charts</source>
        <translation>Über die Diagramme &amp;legen</translation>
    </message>
    <message>
        <source>Draw the runs over the opened one, or no longer</source>
        <translation>Die Läufe über den geöffneten zeichnen oder nicht mehr</translation>
    </message>
    <message>
        <source>Lay no run over the charts</source>
        <translation>Keinen Lauf über die Diagramme legen</translation>
    </message>
    <message>
        <source>Untick all runs</source>
        <translation>Alle Haken entfernen</translation>
    </message>
    <message>
        <source>Co&amp;py as text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy the selected runs, as the table shows them</source>
        <translation>Die ausgewählten Läufe kopieren, wie die Tabelle sie zeigt</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Remove the runs; undo brings them back</source>
        <translation>Die Läufe entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Bring removed runs back</source>
        <translation>Entfernte Läufe zurückholen</translation>
    </message>
    <message>
        <source>Remove for good all that were removed…</source>
        <translation>Alle entfernten endgültig löschen…</translation>
    </message>
    <message>
        <source>Give the room free that removed runs take</source>
        <translation>Den Platz freigeben, den entfernte Läufe belegen</translation>
    </message>
    <message>
        <source>&amp;Show removed runs</source>
        <translation>Entfernte Läufe &amp;zeigen</translation>
    </message>
    <message>
        <source>Filter: text, scheme:grpo, held_out&gt;0.4, -status:failed</source>
        <translation>Filter: Text, scheme:grpo, held_out&gt;0.4, -status:failed</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>Filter der Läufe</translation>
    </message>
    <message>
        <source>Words are sought in the name, scheme, dataset, status and note. A column is asked by its name: scheme:grpo (holds), seed=3 (is), kl_weight&gt;=0.1 (also &lt;, &lt;=, &gt;). A minus before it means the opposite. All conditions must hold; texts with blanks stand in quotes.</source>
        <translation>Wörter werden in Name, Schema, Datensatz, Status und Notiz gesucht. Eine Spalte wird mit ihrem Namen gefragt: scheme:grpo (enthält), seed=3 (ist), kl_weight&gt;=0.1 (auch &lt;, &lt;=, &gt;). Ein Minus davor bedeutet das Gegenteil. Alle Bedingungen müssen gelten; Texte mit Leerzeichen stehen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Of the experiments&apos; fields show only those in which runs differ</source>
        <translation>Von den Feldern der Experimente nur die zeigen, in denen sich Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns that are shown</source>
        <translation>Die gezeigten Spalten wählen</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%L1 runs</source>
        <translation>%L1 Läufe</translation>
    </message>
    <message>
        <source>The charts show the first %1 of the ticked runs.</source>
        <translation>Die Diagramme zeigen die ersten %1 der angehakten Läufe.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on the run %1</source>
        <translation>Notiz zum Lauf %1</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Remove %1 runs for good, with their metrics and weights? They cannot be brought back, and the steps before cannot be undone any more.</source>
        <translation>%1 Läufe mit ihren Metriken und Gewichten endgültig löschen? Sie lassen sich nicht zurückholen, und die Schritte davor lassen sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>&amp;Details and differences…</source>
        <translation>E&amp;inzelheiten und Unterschiede…</translation>
    </message>
    <message>
        <source>All that is known of the run beside the experiment in the sliders, or of several runs beside each other</source>
        <translation>Alles, was vom Lauf bekannt ist, neben dem Experiment der Regler, oder von mehreren Läufen nebeneinander</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>sliders</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Remove %1 runs for good, with their metrics and weights, and %2 policies from elsewhere with their scores? They cannot be brought back, and the steps before cannot be undone any more.</source>
        <translation>%1 Läufe mit ihren Messwerten und Gewichten und %2 Policies von anderswo mit ihren Scores endgültig löschen? Sie können nicht zurückgeholt werden, und die Schritte davor lassen sich nicht mehr rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::RunTableModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Tick to lay this run over the charts</source>
        <translation>Anhaken, um diesen Lauf über die Diagramme zu legen</translation>
    </message>
    <message>
        <source>The opened or selected run has %1</source>
        <translation>Der geöffnete oder ausgewählte Lauf hat %1</translation>
    </message>
    <message>
        <source>Removed on %1</source>
        <translation>Entfernt am %1</translation>
    </message>
    <message>
        <source>Its experiment is none that this Luce knows.</source>
        <translation>Sein Experiment kennt dieses Luce nicht.</translation>
    </message>
    <message>
        <source>Made on the dataset %1; choose it to open the run.</source>
        <translation>Auf dem Datensatz %1 entstanden; zum Öffnen diesen wählen.</translation>
    </message>
    <message>
        <source>laid over the charts</source>
        <translation>liegt über den Diagrammen</translation>
    </message>
    <message>
        <source>not laid over the charts</source>
        <translation>liegt nicht über den Diagrammen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Kept step</source>
        <translation>Behaltener Schritt</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Runs that are laid over the charts, and the colour of each run</source>
        <translation>Läufe, die über den Diagrammen liegen, und die Farbe jedes Laufs</translation>
    </message>
    <message>
        <source>The step whose weights the run keeps</source>
        <translation>Der Schritt, dessen Gewichte der Lauf behält</translation>
    </message>
    <message>
        <source>Laid over the charts</source>
        <translation>Über den Diagrammen</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, oben</translation>
    </message>
    <message>
        <source>Validation reward</source>
        <translation>Validierungs-Reward</translation>
    </message>
    <message>
        <source>SNIPS on the validation slates at the kept step, with its 95 % interval. Training chose the step by them; Evaluation judges on the test slates.</source>
        <translation>SNIPS auf den Validierungs-Slates beim behaltenen Schritt, mit 95-%-Intervall. Nach ihnen hat das Training den Schritt gewählt; die Auswertung urteilt auf den Test-Slates.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ScrubBar</name>
    <message>
        <source>Kept weights</source>
        <translation>Behaltene Gewichte</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>Lauf abspielen</translation>
    </message>
    <message>
        <source>Goes along the trail of the run and shows each step&apos;s policy.</source>
        <translation>Geht die Checkpoints des Laufs entlang und zeigt die Policy bei jedem Schritt.</translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation>Schritt des Laufs</translation>
    </message>
    <message>
        <source>Which weights of the run are shown: its policy on the slate, its ratios and its estimate as they were at that step, with the value weights and the temperature of now.</source>
        <translation>Welche Gewichte des Laufs gezeigt werden: seine Policy auf der Slate, seine Ratios und seine Schätzung, wie sie bei diesem Schritt waren, mit den jetzigen Wertgewichten und der jetzigen Temperatur.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Abspielgeschwindigkeit</translation>
    </message>
    <message>
        <source>How many steps of the trail are shown in a second.</source>
        <translation>Wie viele Schritte der Checkpoint-Folge je Sekunde gezeigt werden.</translation>
    </message>
    <message>
        <source>Back to the weights that the run keeps (Escape)</source>
        <translation>Zurück zu den Gewichten, die der Lauf behält (Esc)</translation>
    </message>
    <message>
        <source>Shows the policy of the weights that the run keeps again.</source>
        <translation>Zeigt wieder die Policy der Gewichte, die der Lauf behält.</translation>
    </message>
    <message>
        <source>Let the next run start from the weights that are shown</source>
        <translation>Den nächsten Lauf mit den gezeigten Gewichten beginnen</translation>
    </message>
    <message>
        <source>Changes the experiment so that its next run starts from the weights that are shown, with the same estimator; after warm-up, it goes on with alignment at once.</source>
        <translation>Ändert das Experiment so, dass sein nächster Lauf mit den gezeigten Gewichten beginnt, mit demselben Schätzer; nach dem Aufwärmen setzt er sofort mit dem Ausrichten fort.</translation>
    </message>
    <message>
        <source>start from step %L1</source>
        <translation>Beginn bei Schritt %L1</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Play the run (Space)</source>
        <translation>Lauf abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>behalten: %1</translation>
    </message>
    <message>
        <source>step %L1 · %2</source>
        <translation>Schritt %L1 · %2</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>ausgerichtet</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>überwacht</translation>
    </message>
    <message>
        <source> · held out %1</source>
        <translation> · zurückgehalten %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SegmentModel</name>
    <message>
        <source>What the slates or rows have in common</source>
        <translation>Was die Slates oder Zeilen gemeinsam haben</translation>
    </message>
    <message>
        <source>Predicted slates with a row in the segment</source>
        <translation>Vorhergesagte Slates mit einer Zeile im Segment</translation>
    </message>
    <message>
        <source>Logged rows: candidates whose actions are known</source>
        <translation>Protokollierte Zeilen: Kandidaten, deren Aktionen bekannt sind</translation>
    </message>
    <message>
        <source>Mean reward a row, as logged</source>
        <translation>Mittlerer Reward je Zeile, wie protokolliert</translation>
    </message>
    <message>
        <source>How well the scores order the rewards within slates, best 1; mean over slates with a positive reward. Not known for segments of rows, nor for bandit logs.</source>
        <translation>Wie gut die Scores die Rewards innerhalb der Slates ordnen, bestenfalls 1; Mittelwert über Slates mit einem positiven Reward. Unbekannt für Segmente aus Zeilen und für Bandit-Protokolle.</translation>
    </message>
    <message>
        <source>Mean label: how often it happened</source>
        <translation>Mittleres Label: wie oft es eintrat</translation>
    </message>
    <message>
        <source>Mean prediction: how often it should have happened</source>
        <translation>Mittlere Vorhersage: wie oft es hätte eintreten sollen</translation>
    </message>
    <message>
        <source>Chance that a row where it happened is predicted higher than one where not; 0.5 = no better than chance</source>
        <translation>Chance, dass eine Zeile, in der es eintrat, höher vorhergesagt ist als eine ohne; 0,5 = nicht besser als Zufall</translation>
    </message>
    <message>
        <source>Mean of −log of the probability given to what happened, nats</source>
        <translation>Mittelwert von −log der Wahrscheinlichkeit, die dem Eingetretenen gegeben wurde, in Nats</translation>
    </message>
    <message>
        <source>Expected difference between predicted and seen shares, 15 bins of equal width</source>
        <translation>Erwartete Differenz zwischen vorhergesagten und beobachteten Anteilen, 15 Klassen gleicher Breite</translation>
    </message>
    <message>
        <source>Only %1 slates with a positive reward: chance decides much of this number.</source>
        <translation>Nur %1 Slates mit einem positiven Reward: Diese Zahl entscheidet weitgehend der Zufall.</translation>
    </message>
    <message>
        <source>Only %1 slates: the interval is too narrow.</source>
        <translation>Nur %1 Slates: Das Intervall ist zu schmal.</translation>
    </message>
    <message>
        <source>Only %1 rows: chance decides much of this number.</source>
        <translation>Nur %1 Zeilen: Diese Zahl entscheidet weitgehend der Zufall.</translation>
    </message>
    <message>
        <source>Only %1 rows where it %2: chance decides much of this number.</source>
        <translation>Nur %1 Zeilen, in denen es %2: Diese Zahl entscheidet weitgehend der Zufall.</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>eintrat</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>nicht eintrat</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Slates</source>
        <translation>Slates</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Mean reward</source>
        <translation>Mittlerer Reward</translation>
    </message>
    <message>
        <source>NDCG@10</source>
        <translation>NDCG@10</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log-Verlust</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SegmentTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Train, or open a run, to see where it ranks well and where not.</source>
        <translation>Trainieren oder einen Lauf öffnen, um zu sehen, wo er gut ordnet und wo nicht.</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>The reward, by segment of the slates, under the policy and the compared one. Few rows make wide intervals.</source>
        <translation>Der Reward nach Segment der Slates, unter der Policy und der verglichenen. Wenige Zeilen ergeben weite Intervalle.</translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation>Die Tabelle als Text kopieren (Strg+C in der Tabelle)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>The task whose quality of prediction is shown by segment.</source>
        <translation>Die Aufgabe, deren Vorhersagegüte nach Segment gezeigt wird.</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SessionModel</name>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Slate</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Reward</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SessionPanel</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>all slates</source>
        <translation>alle Slates</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation (held out)</source>
        <translation>Validierung (zurückgehalten)</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Which slates to list</source>
        <translation>Welche Slates aufgeführt werden</translation>
    </message>
    <message>
        <source>Find a slate</source>
        <translation>Slate suchen</translation>
    </message>
    <message>
        <source>Lists only the slates whose key contains this text.</source>
        <translation>Führt nur die Slates auf, deren Schlüssel diesen Text enthält.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message numerus="yes">
        <source>%n slates</source>
        <translation>
            <numerusform>%n Slate</numerusform>
            <numerusform>%n Slates</numerusform>
        </translation>
    </message>
    <message>
        <source>The slates with their time, size, reward and part of the split. The chosen one is shown in the charts.</source>
        <translation>Die Slates mit Zeit, Größe, Reward und Teil der Aufteilung. Die gewählte wird in den Diagrammen gezeigt.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SessionRestorer</name>
    <message>
        <source>settings as they were</source>
        <translation>Einstellungen, wie sie waren</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SettingsDialog</name>
    <message>
        <source>&amp;Open the last study when Luce starts</source>
        <translation>&amp;Letzte Studie beim Start von Luce öffnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light or dark. The colours of policies, tasks and runs mean the same in both.</source>
        <translation>Hell oder dunkel. Die Farben für Policies, Aufgaben und Läufe bedeuten in beiden dasselbe.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size of all text, of the system&apos;s own. Large text suits a projector.</source>
        <translation>Größe aller Texte, bezogen auf die des Systems. Großer Text eignet sich für einen Beamer.</translation>
    </message>
    <message>
        <source>The language of the window, from the next start on.</source>
        <translation>Die Sprache des Fensters, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Otherwise Luce begins with the start page. After a crash it offers the study in any case.</source>
        <translation>Sonst beginnt Luce mit der Startseite. Nach einem Absturz bietet es die Studie in jedem Fall an.</translation>
    </message>
    <message>
        <source>A new language appears at the next start.</source>
        <translation>Eine neue Sprache erscheint beim nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Forget &amp;recent files</source>
        <translation>Zuletzt &amp;geöffnete Dateien vergessen</translation>
    </message>
    <message>
        <source>Empties the list of files that were opened. The files stay.</source>
        <translation>Leert die Liste der geöffneten Dateien. Die Dateien bleiben.</translation>
    </message>
    <message>
        <source>Put &amp;panels back</source>
        <translation>&amp;Bereiche zurücksetzen</translation>
    </message>
    <message>
        <source>Every panel where it stood at first.</source>
        <translation>Jeder Bereich dort, wo er anfangs stand.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ShareDelegate</name>
    <message>
        <source>Wanted share in percent</source>
        <translation>Gewünschter Anteil in Prozent</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ShortcutSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>All keys, by menu.</source>
        <translation>Alle Tasten, nach Menü.</translation>
    </message>
    <message>
        <source>In charts</source>
        <translation>In Diagrammen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>zoom at the mouse</source>
        <translation>an der Mausposition zoomen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>zoom into a rectangle</source>
        <translation>in ein Rechteck zoomen</translation>
    </message>
    <message>
        <source>Middle button, drag</source>
        <translation>Mittlere Taste, ziehen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>show everything again</source>
        <translation>alles wieder zeigen</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Rechte Taste</translation>
    </message>
    <message>
        <source>copy, export, series</source>
        <translation>kopieren, exportieren, Reihen</translation>
    </message>
    <message>
        <source>In sliders</source>
        <translation>In Reglern</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>ein Schritt</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation>zehn Schritte</translation>
    </message>
    <message>
        <source>Double click on the name</source>
        <translation>Doppelklick auf den Namen</translation>
    </message>
    <message>
        <source>standard value</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>In Tabellen</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>copy the selected rows</source>
        <translation>die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Click on a heading</source>
        <translation>Klick auf eine Überschrift</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>sortieren</translation>
    </message>
    <message>
        <source>what can be done</source>
        <translation>was möglich ist</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SideFileBox</name>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Without this file</source>
        <translation>Ohne diese Datei</translation>
    </message>
    <message>
        <source>Without a file: %1</source>
        <translation>Ohne Datei: %1</translation>
    </message>
    <message>
        <source>Key of the file: %1</source>
        <translation>Schlüssel der Datei: %1</translation>
    </message>
    <message>
        <source>found by its column</source>
        <translation>verknüpft über die Spalte</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.gz)</source>
        <translation>Tabellen (*.csv *.tsv *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SidePanels</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>The logged slates of the dataset: choose a part and a slate.</source>
        <translation>Die protokollierten Slates des Datensatzes: einen Teil und eine Slate wählen.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>All runs of the workspace with their results.</source>
        <translation>Alle Läufe des Arbeitsbereichs mit ihren Ergebnissen.</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>What the policy under the sliders would earn on the validation slates, and how far to trust it.</source>
        <translation>Was die Policy unter den Reglern auf den Validierungs-Slates einbrächte, und wie weit dem zu trauen ist.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Value weights, objective and training: what the next run will do, and what the charts show of the opened one.</source>
        <translation>Wertgewichte, Ziel und Training: was der nächste Lauf tun wird, und was die Diagramme vom geöffneten zeigen.</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>History of settings</source>
        <translation>Verlauf der Einstellungen</translation>
    </message>
    <message>
        <source>A click on a change goes back to how things were after it.</source>
        <translation>Ein Klick auf eine Änderung geht dahin zurück, wie es nach ihr war.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Every change of a setting, oldest first. Click on one to go back to how things were then.</source>
        <translation>Jede Änderung einer Einstellung, die älteste zuerst. Ein Klick auf eine führt zum damaligen Stand zurück.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Runs that wait, in their order, how far the one that trains has come, and what became of those before.</source>
        <translation>Wartende Läufe in ihrer Reihenfolge, der Fortschritt des trainierenden, und was aus den früheren wurde.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SlateChart</name>
    <message>
        <source>Selected slate</source>
        <translation>Ausgewählte Slate</translation>
    </message>
    <message>
        <source>Select a slate in the list.</source>
        <translation>In der Liste eine Slate auswählen.</translation>
    </message>
    <message>
        <source>policy π</source>
        <translation>Policy π</translation>
    </message>
    <message>
        <source>logging policy π_β</source>
        <translation>Logging-Policy π_β</translation>
    </message>
    <message>
        <source>reward above 0</source>
        <translation>Reward über 0</translation>
    </message>
    <message>
        <source>probability of first place</source>
        <translation>Wahrscheinlichkeit des ersten Platzes</translation>
    </message>
    <message>
        <source>%1 of %2 candidates</source>
        <translation>%1 von %2 Kandidaten</translation>
    </message>
    <message>
        <source>no policy yet: press Train</source>
        <translation>noch keine Policy: „Trainieren“ drücken</translation>
    </message>
    <message>
        <source>, logged %1</source>
        <translation>, protokolliert %1</translation>
    </message>
    <message>
        <source>score s = %1</source>
        <translation>Score s = %1</translation>
    </message>
    <message>
        <source>π = %1, π_β = %2, ρ = %3</source>
        <translation>π = %1, π_β = %2, ρ = %3</translation>
    </message>
    <message>
        <source>reward r = %1</source>
        <translation>Reward r = %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SlateInspector</name>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>The candidates of the shown slate. p: the estimator&apos;s probabilities; s: the score; π_θ and π_β: how likely the policy and the logging policy place the candidate first; ρ: the importance ratio; A: the advantage; r: the reward. A click on a title sorts.</source>
        <translation>Die Kandidaten der gezeigten Slate. p: die Wahrscheinlichkeiten des Schätzers; s: der Score; π_θ und π_β: wie wahrscheinlich die Policy und die Logging-Policy den Kandidaten auf den ersten Platz setzen; ρ: die Importance-Ratio; A: die Advantage; r: der Reward. Ein Klick auf einen Titel sortiert.</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Search candidates</source>
        <translation>Kandidaten suchen</translation>
    </message>
    <message>
        <source>Only candidates whose item, categories or actions contain this</source>
        <translation>Nur Kandidaten, deren Item, Kategorien oder Aktionen dies enthalten</translation>
    </message>
    <message>
        <source>Shows only the candidates whose item, categories or actions contain the text.</source>
        <translation>Zeigt nur die Kandidaten, deren Item, Kategorien oder Aktionen den Text enthalten.</translation>
    </message>
    <message>
        <source>%L1 candidates</source>
        <translation>%L1 Kandidaten</translation>
    </message>
    <message>
        <source>%L1 of %L2 candidates</source>
        <translation>%L1 von %L2 Kandidaten</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SlateRuleBox</name>
    <message>
        <source>Gather lines that lie apart</source>
        <translation>Verstreute Zeilen zusammenführen</translation>
    </message>
    <message>
        <source>The logging policy drew uniformly (π_β = 1/N)</source>
        <translation>Die Logging-Policy zog gleichverteilt (π_β = 1/N)</translation>
    </message>
    <message>
        <source>by the slate&apos;s key</source>
        <translation>nach dem Schlüssel der Slate</translation>
    </message>
    <message>
        <source>by user and pause</source>
        <translation>nach Nutzer und Pause</translation>
    </message>
    <message>
        <source>by catalogue: a bandit log</source>
        <translation>nach Katalog: ein Bandit-Protokoll</translation>
    </message>
    <message>
        <source>How lines become slates</source>
        <translation>Wie aus Zeilen Slates werden</translation>
    </message>
    <message>
        <source>Sorts the lines on disk first. Without it, a slate whose lines lie apart is an error, which shows a wrong key early.</source>
        <translation>Sortiert die Zeilen zuerst auf der Festplatte. Ohne dies ist eine Slate mit verstreuten Zeilen ein Fehler, was einen falschen Schlüssel früh zeigt.</translation>
    </message>
    <message>
        <source>Pause that ends a slate</source>
        <translation>Pause, die eine Slate beendet</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Unit of the pause</source>
        <translation>Einheit der Pause</translation>
    </message>
    <message>
        <source>Largest slate</source>
        <translation>Größte Slate</translation>
    </message>
    <message>
        <source>Gives every line without a propensity the probability 1/N.</source>
        <translation>Gibt jeder Zeile ohne Propensity die Wahrscheinlichkeit 1/N.</translation>
    </message>
    <message>
        <source>Pause longer than</source>
        <translation>Pause länger als</translation>
    </message>
    <message>
        <source>Candidates at most</source>
        <translation>Kandidaten höchstens</translation>
    </message>
    <message>
        <source>Lines that name the same slate are its candidates.</source>
        <translation>Zeilen, die dieselbe Slate nennen, sind ihre Kandidaten.</translation>
    </message>
    <message>
        <source>A user&apos;s lines in the order of time, until a pause.</source>
        <translation>Die Zeilen eines Nutzers in zeitlicher Reihenfolge, bis zu einer Pause.</translation>
    </message>
    <message>
        <source>Each line shows one item, whose candidates were all items of the log.</source>
        <translation>Jede Zeile zeigt ein Item, dessen Kandidaten alle Items des Protokolls waren.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SliderRow</name>
    <message>
        <source>Back to the standard value, %1</source>
        <translation>Zurück zum Standardwert, %1</translation>
    </message>
    <message>
        <source>Standard value of %1</source>
        <translation>Standardwert von %1</translation>
    </message>
    <message>
        <source>Standard: %1, marked on the slider. Double-click the slider or the name to set it. Arrows step; with Shift in small steps, with Ctrl in large ones.</source>
        <translation>Standard: %1, am Regler markiert. Ein Doppelklick auf Regler oder Namen stellt ihn ein. Pfeiltasten ändern schrittweise; mit Umschalt in kleinen, mit Strg in großen Schritten.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SourceBar</name>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>Ta&amp;belle</translation>
    </message>
    <message>
        <source>or a query: SELECT …</source>
        <translation>oder eine Abfrage: SELECT …</translation>
    </message>
    <message>
        <source>A query in place of a table</source>
        <translation>Eine Abfrage anstelle einer Tabelle</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>Komma ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>Semikolon ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>Senkrechter Strich |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>%1: %L2 files</source>
        <translation>%1: %L2 Dateien</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StartControls</name>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Hold near that run&apos;s supervised policy</source>
        <translation>Nahe seiner überwachten Policy halten</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>Zufällige Gewichte</translation>
    </message>
    <message>
        <source>Whose weights training starts from.</source>
        <translation>Mit wessen Gewichten das Training beginnt.</translation>
    </message>
    <message>
        <source>Training starts from random weights, or goes on from another run with the same estimator and features. Steps, the optimiser and the order of slates start anew. Set supervised epochs to 0 to go on with alignment at once.</source>
        <translation>Das Training beginnt mit zufälligen Gewichten oder setzt einen anderen Lauf mit demselben Schätzer und denselben Merkmalen fort. Schritte, Optimierer und Reihenfolge der Slates beginnen neu. Überwachte Epochen auf 0 setzen, um sofort mit dem Ausrichten fortzufahren.</translation>
    </message>
    <message>
        <source>the weights it keeps</source>
        <translation>die Gewichte, die er behält</translation>
    </message>
    <message>
        <source>its best weights</source>
        <translation>seine besten Gewichte</translation>
    </message>
    <message>
        <source>its supervised weights</source>
        <translation>seine überwachten Gewichte</translation>
    </message>
    <message>
        <source>Which weights of that run training starts from.</source>
        <translation>Mit welchen Gewichten jenes Laufs das Training beginnt.</translation>
    </message>
    <message>
        <source>The reference policy is the other run&apos;s. Otherwise it is what alignment starts from.</source>
        <translation>Die Referenz-Policy ist die des anderen Laufs. Sonst ist sie das, womit das Ausrichten beginnt.</translation>
    </message>
    <message>
        <source>The regulariser holds the policy near a reference. Checked: near the supervised policy of the run that is continued, as in that run. Unchecked: near the weights that alignment starts from now.</source>
        <translation>Der Regularisierer hält die Policy nahe einer Referenz. Angehakt: nahe der überwachten Policy des fortgesetzten Laufs, wie in jenem Lauf. Nicht angehakt: nahe den Gewichten, mit denen das Ausrichten jetzt beginnt.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>its step %1</source>
        <translation>sein Schritt %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StartPage</name>
    <message>
        <source>&amp;Sample log: slates with clicks, long views, likes</source>
        <translation>&amp;Beispielprotokoll: Slates mit Klicks, langen Aufrufen, Likes</translation>
    </message>
    <message>
        <source>1,200 slates of ten candidates, made by Luce&apos;s simulator, with an experiment that is ready to train.</source>
        <translation>1200 Slates mit zehn Kandidaten, vom Simulator von Luce erzeugt, mit einem trainierbereiten Experiment.</translation>
    </message>
    <message>
        <source>&amp;Open a log or a workspace…</source>
        <translation>&amp;Protokoll oder Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Files of a log, plain or packed, or a workspace (.luce). The columns of a log are shown before it is imported.</source>
        <translation>Dateien eines Protokolls, unverpackt oder gepackt, oder ein Arbeitsbereich (.luce). Die Spalten eines Protokolls werden vor dem Import gezeigt.</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>A folder with the files of one log, such as Open Bandit&apos;s.</source>
        <translation>Ein Ordner mit den Dateien eines Protokolls, etwa von Open Bandit.</translation>
    </message>
    <message>
        <source>&amp;Back to the study</source>
        <translation>&amp;Zurück zur Studie</translation>
    </message>
    <message>
        <source>The study that is open.</source>
        <translation>Die geöffnete Studie.</translation>
    </message>
    <message>
        <source>&amp;Recover it</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Train a ranker for the value it is used for, and see whether it pays.</source>
        <translation>Einen Ranker auf den Wert trainieren, für den er eingesetzt wird, und sehen, ob es sich lohnt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>or drop it here: CSV, JSONL, SVMlight, Open Bandit, KuaiRand, MovieLens, SQLite; plain or packed</source>
        <translation>oder hier ablegen: CSV, JSONL, SVMlight, Open Bandit, KuaiRand, MovieLens, SQLite; unverpackt oder gepackt</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <source>Workspaces and logs that were opened before, newest first.</source>
        <translation>Zuvor geöffnete Arbeitsbereiche und Protokolle, neueste zuerst.</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>Opens the workspace with the dataset, the run, the slate and the settings that were there. A training that was cut off keeps its best weights.</source>
        <translation>Öffnet den Arbeitsbereich mit dem Datensatz, dem Lauf, der Slate und den Einstellungen von damals. Ein abgebrochenes Training behält seine besten Gewichte.</translation>
    </message>
    <message>
        <source>Leaves the study as it is in its workspace.</source>
        <translation>Lässt die Studie, wie sie ist, in ihrem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>, run %1</source>
        <translation>, Lauf %1</translation>
    </message>
    <message>
        <source>Luce ended unexpectedly. The study of %1 in %2%3 is kept as it was at %4.</source>
        <translation>Luce wurde unerwartet beendet. Die Studie von %1 in %2%3 ist erhalten, wie sie um %4 war.</translation>
    </message>
    <message>
        <source>Single-slate &amp;playground</source>
        <translation>S&amp;pielplatz einer Slate</translation>
    </message>
    <message>
        <source>A blackboard for one slate: drag p and propensities, and see the gradient of any scheme as arrows. Needs no log.</source>
        <translation>Eine Tafel für eine Slate: p und Propensities ziehen und den Gradienten jedes Schemas als Pfeile sehen. Braucht kein Protokoll.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Feedback &amp;loop</source>
        <translation>&amp;Rückkopplung</translation>
    </message>
    <message>
        <source>Rankers let loose on simulated users, round after round of log, train and deploy. Needs no log.</source>
        <translation>Ranker, losgelassen auf simulierte Nutzer, Runde um Runde aus Protokollieren, Trainieren, Einsetzen. Braucht kein Protokoll.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StatusStrip</name>
    <message>
        <source>Facts about the dataset</source>
        <translation>Fakten zum Datensatz</translation>
    </message>
    <message>
        <source>How much the opened dataset holds, and for how many of its rows the log states a propensity.</source>
        <translation>Wie viel der geöffnete Datensatz enthält und für wie viele seiner Zeilen das Protokoll eine Propensity angibt.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What the estimator is trained on.</source>
        <translation>Worauf der Schätzer trainiert wird.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The memory that Luce has now, of all that the machine has.</source>
        <translation>Der Speicher, den Luce gerade belegt, von dem gesamten des Rechners.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>kein solches Gerät</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StepChart</name>
    <message>
        <source>smooth</source>
        <translation>glätten</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Draws an exponential moving average of each line, with the line itself pale behind it. The number is the weight of what was before: 0 smooths nothing.</source>
        <translation>Zeichnet einen exponentiell gleitenden Mittelwert jeder Linie, die Linie selbst blass dahinter. Die Zahl ist das Gewicht des Bisherigen: 0 glättet nichts.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Smoothing: %1</source>
        <translation>Glättung: %1</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1 (rechts)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source> at %L1</source>
        <translation> bei %L1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>step %L1</source>
        <translation>Schritt %L1</translation>
    </message>
    <message>
        <source>&amp;Logarithmic left axis</source>
        <translation>&amp;Logarithmische linke Achse</translation>
    </message>
    <message>
        <source>Logarithmic ri&amp;ght axis</source>
        <translation>Logarithmische &amp;rechte Achse</translation>
    </message>
    <message>
        <source>opened run</source>
        <translation>geöffneter Lauf</translation>
    </message>
</context>
<context>
    <name>luce::desktop::Study</name>
    <message>
        <source>Nothing can be trained</source>
        <translation>Es kann nichts trainiert werden</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>open the run %1</source>
        <translation>Lauf %1 öffnen</translation>
    </message>
    <message>
        <source>Training could not start</source>
        <translation>Das Training konnte nicht beginnen</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>This workspace can only be read</source>
        <translation>Dieser Arbeitsbereich kann nur gelesen werden</translation>
    </message>
    <message>
        <source>Stop the comparison before opening another file.</source>
        <translation>Zuerst den Vergleich stoppen, dann eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>Stop the training before opening another file.</source>
        <translation>Zuerst das Training stoppen, dann eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>These files cannot be opened together</source>
        <translation>Diese Dateien können nicht zusammen geöffnet werden</translation>
    </message>
    <message>
        <source>Open one workspace, or the files of one log, at a time.</source>
        <translation>Jeweils nur einen Arbeitsbereich oder die Dateien eines Protokolls öffnen.</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Opened the experiment %1</source>
        <translation>Experiment %1 geöffnet</translation>
    </message>
    <message>
        <source>The experiment could not be opened</source>
        <translation>Das Experiment konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The experiment could not be saved</source>
        <translation>Das Experiment konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>This experiment cannot be trained on this log</source>
        <translation>Dieses Experiment kann nicht auf diesem Protokoll trainiert werden</translation>
    </message>
    <message>
        <source>Training ended</source>
        <translation>Das Training ist beendet</translation>
    </message>
    <message>
        <source>run %1 of %2 · %3</source>
        <translation>Lauf %1 von %2 · %3</translation>
    </message>
    <message>
        <source>The schemes cannot be compared</source>
        <translation>Die Schemata können nicht verglichen werden</translation>
    </message>
    <message>
        <source>This workspace is no longer in its place</source>
        <translation>Dieser Arbeitsbereich ist nicht mehr an seinem Platz</translation>
    </message>
    <message>
        <source>%1 has no log yet; one that you open now is imported into it.</source>
        <translation>%1 hat noch kein Protokoll; eines, das jetzt geöffnet wird, wird dorthin importiert.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StudyBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Name of the next run</source>
        <translation>Name des nächsten Laufs</translation>
    </message>
    <message>
        <source>Name of the next run; empty = the one that is shown in grey.</source>
        <translation>Name des nächsten Laufs; leer = der grau gezeigte.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StudyDisplay</name>
    <message>
        <source>%1: %L2 slates, %L3 candidates, %L4 items, propensities for %L5 of %L6 rows</source>
        <translation>%1: %L2 Slates, %L3 Kandidaten, %L4 Items, Propensities für %L5 von %L6 Zeilen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::StudyWorker</name>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>Der Arbeitsbereich konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The log could not be imported</source>
        <translation>Das Protokoll konnte nicht importiert werden</translation>
    </message>
    <message>
        <source>The dataset could not be read</source>
        <translation>Der Datensatz konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The run could not be opened</source>
        <translation>Der Lauf konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The run could not be exported</source>
        <translation>Der Lauf konnte nicht exportiert werden</translation>
    </message>
    <message>
        <source>Training could not start</source>
        <translation>Das Training konnte nicht beginnen</translation>
    </message>
    <message>
        <source>The workspace could not be read</source>
        <translation>Der Arbeitsbereich konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The workspace could not be saved</source>
        <translation>Der Arbeitsbereich konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The log was imported before the import could be cancelled.</source>
        <translation>Das Protokoll war importiert, bevor der Import abgebrochen werden konnte.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SweepControls</name>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation>Temperatur τ</translation>
    </message>
    <message>
        <source>Ranges around the &amp;sliders</source>
        <translation>&amp;Bereiche um die Regler</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Sobol</source>
        <translation>Sobol</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Sobol: spread evenly, also in every pair of ranges.
Grid: every combination of evenly spaced values.
Random: drawn independently.</source>
        <translation>Sobol: gleichmäßig verteilt, auch in jedem Paar von Bereichen.
Gitter: jede Kombination gleichmäßig verteilter Werte.
Zufall: unabhängig gezogen.</translation>
    </message>
    <message>
        <source>Kind of sweep</source>
        <translation>Art des Sweeps</translation>
    </message>
    <message>
        <source>Settings to try</source>
        <translation>Zu erprobende Einstellungen</translation>
    </message>
    <message>
        <source>How many settings are tried; of a grid, at most</source>
        <translation>Wie viele Einstellungen erprobt werden; bei einem Gitter höchstens</translation>
    </message>
    <message>
        <source>Seed of random settings</source>
        <translation>Startwert zufälliger Einstellungen</translation>
    </message>
    <message>
        <source>The same seed draws the same settings.</source>
        <translation>Derselbe Startwert zieht dieselben Einstellungen.</translation>
    </message>
    <message>
        <source>Try the settings. Nothing is trained: cached predictions are weighed anew.</source>
        <translation>Die Einstellungen erproben. Nichts wird trainiert: Zwischengespeicherte Vorhersagen werden neu gewichtet.</translation>
    </message>
    <message>
        <source>End the sweep; what was tried so far is shown.</source>
        <translation>Den Sweep beenden; das bisher Erprobte wird gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ar&amp;t</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>&amp;Punkte</translation>
    </message>
    <message>
        <source>Value weights and temperature</source>
        <translation>Wertgewichte und Temperatur</translation>
    </message>
    <message>
        <source>Only ratios of weights and temperature matter: keep one weight.</source>
        <translation>Nur die Verhältnisse von Gewichten und Temperatur zählen: ein Gewicht festhalten.</translation>
    </message>
    <message>
        <source>Each weight from a tenth to ten times the slider&apos;s, the first one as it is; the temperature from a twentieth to twice</source>
        <translation>Jedes Gewicht von einem Zehntel bis zum Zehnfachen der Reglerstellung, das erste unverändert; die Temperatur von einem Zwanzigstel bis zum Doppelten</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Fortschritt des Sweeps</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SweepModel</name>
    <message>
        <source>In the order in which settings were tried; bold: on the front</source>
        <translation>In der Reihenfolge, in der die Einstellungen erprobt wurden; fett: auf der Front</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Value weight</source>
        <translation>Wertgewicht</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, oben</translation>
    </message>
</context>
<context>
    <name>luce::desktop::SweepPage</name>
    <message>
        <source>&amp;Front only</source>
        <translation>Nur &amp;Front</translation>
    </message>
    <message>
        <source>&amp;Use these weights</source>
        <translation>&amp;Gewichte verwenden</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve as CSV…</source>
        <translation>CS&amp;V…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Outcome to the right</source>
        <translation>Ergebnis nach rechts</translation>
    </message>
    <message>
        <source>The outcome to the right</source>
        <translation>Das Ergebnis nach rechts</translation>
    </message>
    <message>
        <source>Outcome upwards</source>
        <translation>Ergebnis nach oben</translation>
    </message>
    <message>
        <source>The outcome upwards</source>
        <translation>Das Ergebnis nach oben</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Settings that were tried</source>
        <translation>Erprobte Einstellungen</translation>
    </message>
    <message>
        <source>Every setting that was tried, with what it would earn on the held-out slates. A double click hands a setting to the sliders.</source>
        <translation>Jede erprobte Einstellung mit dem, was sie auf den zurückgehaltenen Slates einbrächte. Ein Doppelklick übergibt eine Einstellung an die Regler.</translation>
    </message>
    <message>
        <source>Write all settings and outcomes into a file.</source>
        <translation>Alle Einstellungen und Ergebnisse in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>List only the settings that no other one beats in both outcomes</source>
        <translation>Nur die Einstellungen aufführen, die keine andere in beiden Ergebnissen übertrifft</translation>
    </message>
    <message>
        <source>Make the chosen setting the sliders&apos; own (double click, or Enter); undo takes it back</source>
        <translation>Die gewählte Einstellung auf die Regler übernehmen (Doppelklick oder Eingabetaste); Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation>Die Tabelle als Text kopieren (Strg+C in der Tabelle)</translation>
    </message>
    <message>
        <source>Train, or open a run: settings are tried on what its estimator predicts for the held-out slates.</source>
        <translation>Trainieren oder einen Lauf öffnen: Einstellungen werden daran erprobt, was sein Schätzer für die zurückgehaltenen Slates vorhersagt.</translation>
    </message>
    <message>
        <source>Train, or open a run, to try settings.</source>
        <translation>Trainieren oder einen Lauf öffnen, um Einstellungen zu erproben.</translation>
    </message>
    <message>
        <source>Press Run to try settings on the held-out slates.</source>
        <translation>„Ausführen“ drücken, um Einstellungen auf den zurückgehaltenen Slates zu erproben.</translation>
    </message>
    <message>
        <source>The estimator is another one since these settings were tried. Run again.</source>
        <translation>Der Schätzer ist ein anderer, seit diese Einstellungen erprobt wurden. Erneut ausführen.</translation>
    </message>
    <message>
        <source>The best of many settings on the same slates is flattered by chance: judge it on others, by the test slates or a new log. Rewards count with the reward weights as they were when the sweep began; a setting that is used leaves them so.</source>
        <translation>Die beste von vielen Einstellungen auf denselben Slates sieht zufallsbedingt zu gut aus: auf anderen beurteilen, auf den Test-Slates oder einem neuen Protokoll. Rewards zählen mit den Reward-Gewichten vom Beginn des Sweeps; eine übernommene Einstellung lässt sie so.</translation>
    </message>
    <message>
        <source>weights of point %1</source>
        <translation>Gewichte von Punkt %1</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Einstellungen speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>luce::desktop::TaskEditor</name>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>as given (0 to 1)</source>
        <translation>wie gegeben (0 bis 1)</translation>
    </message>
    <message>
        <source>1 where at least</source>
        <translation>1, wenn mindestens</translation>
    </message>
    <message>
        <source>scaled to 0…1 from</source>
        <translation>auf 0…1 skaliert, von</translation>
    </message>
    <message>
        <source>How a number becomes the label</source>
        <translation>Wie eine Zahl zum Label wird</translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation>Name der Aufgabe</translation>
    </message>
    <message>
        <source>What the task is called in Luce</source>
        <translation>Wie die Aufgabe in Luce heißt</translation>
    </message>
    <message>
        <source>Lower bound</source>
        <translation>Untere Grenze</translation>
    </message>
    <message>
        <source>Upper bound</source>
        <translation>Obere Grenze</translation>
    </message>
    <message>
        <source>Another task of this column, with its own name and threshold</source>
        <translation>Eine weitere Aufgabe dieser Spalte, mit eigenem Namen und eigener Schwelle</translation>
    </message>
    <message>
        <source>Another task of this column</source>
        <translation>Weitere Aufgabe dieser Spalte</translation>
    </message>
    <message>
        <source>Remove the task; a column without tasks is ignored</source>
        <translation>Die Aufgabe entfernen; eine Spalte ohne Aufgaben wird ignoriert</translation>
    </message>
    <message>
        <source>Remove the task</source>
        <translation>Aufgabe entfernen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>no numbers among the first lines</source>
        <translation>keine Zahlen in den ersten Zeilen</translation>
    </message>
    <message>
        <source>mean label %1 (lines looked at: %L2)</source>
        <translation>mittleres Label %1 (angesehene Zeilen: %L2)</translation>
    </message>
    <message>
        <source>%1 % positive (lines looked at: %L2)</source>
        <translation>%1 % positiv (angesehene Zeilen: %L2)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::TaskModel</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Rows above 0</source>
        <translation>Zeilen über 0</translation>
    </message>
    <message>
        <source>Between 0 and 1</source>
        <translation>In (0, 1)</translation>
    </message>
    <message>
        <source>A user action that is predicted and valued</source>
        <translation>Eine Nutzeraktion, die vorhergesagt und bewertet wird</translation>
    </message>
    <message>
        <source>Mean label over the logged rows: how often it happens</source>
        <translation>Mittleres Label über die protokollierten Zeilen: wie oft es eintritt</translation>
    </message>
    <message>
        <source>Logged rows whose label is above 0</source>
        <translation>Protokollierte Zeilen, deren Label über 0 liegt</translation>
    </message>
    <message>
        <source>Share of rows whose label is neither 0 nor 1</source>
        <translation>Anteil der Zeilen, deren Label weder 0 noch 1 ist</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ThresholdPlot</name>
    <message>
        <source>Numbers of the column and the bounds of its label</source>
        <translation>Zahlen der Spalte und die Grenzen ihres Labels</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
</context>
<context>
    <name>luce::desktop::TrainingControls</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Keep the best held-out weights</source>
        <translation>Die besten Gewichte behalten</translation>
    </message>
    <message>
        <source>Keep a trail for replay</source>
        <translation>Checkpoint-Folge zum Abspielen behalten</translation>
    </message>
    <message>
        <source>none: linear</source>
        <translation>keine: linear</translation>
    </message>
    <message>
        <source>Widths of the hidden layers, as in 64, 32. Empty: a linear estimator.</source>
        <translation>Breiten der verborgenen Schichten, etwa 64, 32. Leer: ein linearer Schätzer.</translation>
    </message>
    <message>
        <source>Numbers a category; 0: categories are not used.</source>
        <translation>Zahlen je Kategorie; 0: Kategorien werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Slates a step.</source>
        <translation>Slates je Schritt.</translation>
    </message>
    <message>
        <source>A run ends on the weights with the best held-out estimate, not on its last ones.</source>
        <translation>Ein Lauf endet mit den Gewichten der besten zurückgehaltenen Schätzung, nicht mit seinen letzten.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verborgene Schichten</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Supervised epochs</source>
        <translation>Überwachte Epochen</translation>
    </message>
    <message>
        <source>Alignment epochs</source>
        <translation>Ausrichtungsepochen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>… in alignment</source>
        <translation>… beim Ausrichten</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>verborgene Schichten</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>supervised epochs</source>
        <translation>überwachte Epochen</translation>
    </message>
    <message>
        <source>alignment epochs</source>
        <translation>Ausrichtungsepochen</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate in alignment</source>
        <translation>Lernrate beim Ausrichten</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>keeping the best weights</source>
        <translation>Behalten der besten Gewichte</translation>
    </message>
    <message>
        <source>Up to 40 checkpoints along the way, by which the run can be replayed; at most 64 MB.</source>
        <translation>Bis zu 40 Checkpoints unterwegs, mit denen der Lauf abgespielt werden kann; höchstens 64 MB.</translation>
    </message>
    <message>
        <source>keeping a trail</source>
        <translation>Behalten der Checkpoint-Folge</translation>
    </message>
    <message>
        <source>How often all training slates are learned from before alignment, by their actions alone.</source>
        <translation>Wie oft vor der Ausrichtung aus allen Trainings-Slates gelernt wird, allein aus ihren Aktionen.</translation>
    </message>
    <message>
        <source>How often all training slates are learned from with the reward; 0: supervised only.</source>
        <translation>Wie oft aus allen Trainings-Slates mit dem Reward gelernt wird; 0: nur überwacht.</translation>
    </message>
    <message>
        <source>Size of Adam&apos;s steps in the supervised epochs.</source>
        <translation>Größe der Schritte von Adam in den überwachten Epochen.</translation>
    </message>
    <message>
        <source>Size of Adam&apos;s steps in alignment; smaller ones keep nearer to the reference policy.</source>
        <translation>Größe der Schritte von Adam in der Ausrichtung; kleinere bleiben näher an der Referenz-Policy.</translation>
    </message>
    <message>
        <source>How much weights shrink at each step; holds an estimator simple.</source>
        <translation>Wie sehr Gewichte je Schritt schrumpfen; hält einen Schätzer einfach.</translation>
    </message>
    <message>
        <source>The same seed gives the same run on the same device and threads.</source>
        <translation>Derselbe Startwert gibt denselben Lauf auf demselben Gerät mit gleich vielen Threads.</translation>
    </message>
    <message>
        <source>auto: the first CUDA device, or the processor.</source>
        <translation>auto: das erste CUDA-Gerät oder der Prozessor.</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16, mixed</source>
        <translation>bfloat16, gemischt</translation>
    </message>
    <message>
        <source>What the layers multiply in while they are trained. bfloat16 halves the memory of a batch and is quicker on GPUs and processors that multiply it in hardware, elsewhere slower; weights, loss and optimiser stay float32.</source>
        <translation>Worin die Schichten beim Lernen multiplizieren. bfloat16 halbiert den Speicher eines Stapels und ist schneller auf Grafikkarten und Prozessoren, die es in Hardware multiplizieren, anderswo langsamer; Gewichte, Verlust und Optimierer bleiben float32.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
</context>
<context>
    <name>luce::desktop::TuningPage</name>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>luce::desktop::ValueControls</name>
    <message>
        <source>Value model</source>
        <translation>Wertmodell</translation>
    </message>
    <message>
        <source>Rewards use the same weights</source>
        <translation>Rewards verwenden dieselben Gewichte</translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation>Temperatur τ</translation>
    </message>
    <message>
        <source>The policy is softmax(s/τ): small is decisive, large is even. The article has 1.</source>
        <translation>Die Policy ist softmax(s/τ): klein ist entschieden, groß ist gleichmäßig. Im Artikel ist sie 1.</translation>
    </message>
    <message>
        <source>score s = Σ weight · p(task)</source>
        <translation>Score s = Σ Gewicht · p(Aufgabe)</translation>
    </message>
    <message>
        <source>Linked: the reward of training is Σ weight · action with the value weights above.</source>
        <translation>Verknüpft: Der Reward des Trainings ist Σ Gewicht · Aktion mit den obigen Wertgewichten.</translation>
    </message>
    <message>
        <source>reward weights</source>
        <translation>Reward-Gewichte</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>What one %1 is worth in the score.</source>
        <translation>Was eine Aktion %1 im Score wert ist.</translation>
    </message>
    <message>
        <source>reward: %1</source>
        <translation>Reward: %1</translation>
    </message>
    <message>
        <source>What one logged %1 is worth in the reward of training.</source>
        <translation>Was eine protokollierte Aktion %1 im Reward des Trainings wert ist.</translation>
    </message>
    <message>
        <source>%1 weight</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>%1 reward weight</source>
        <translation>Reward-Gewicht %1</translation>
    </message>
</context>
<context>
    <name>luce::desktop::WhatIfModel</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Left out of the slate; check it to restore it.</source>
        <translation>Aus der Slate ausgelassen; anhaken, um ihn wiederherzustellen.</translation>
    </message>
    <message>
        <source>Added to the slate; uncheck it to leave it out.</source>
        <translation>Zur Slate hinzugefügt; Haken entfernen, um ihn auszulassen.</translation>
    </message>
    <message>
        <source>Its features are not those of the log.</source>
        <translation>Seine Merkmale sind nicht die des Protokolls.</translation>
    </message>
    <message>
        <source>Uncheck a candidate to leave it out</source>
        <translation>Haken entfernen, um einen Kandidaten auszulassen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Score: Σ weight · p(task)</source>
        <translation>Score: Σ Gewicht · p(Aufgabe)</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Probability of the first place under the policy</source>
        <translation>Wahrscheinlichkeit des ersten Platzes unter der Policy</translation>
    </message>
    <message>
        <source>π</source>
        <translation>π</translation>
    </message>
    <message>
        <source>Place by the score</source>
        <translation>Platz nach dem Score</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Predicted probability of the action</source>
        <translation>Vorhergesagte Wahrscheinlichkeit der Aktion</translation>
    </message>
    <message>
        <source>p(%1)</source>
        <translation>p(%1)</translation>
    </message>
</context>
<context>
    <name>luce::desktop::WhatIfPage</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Take as &amp;before</source>
        <translation>Als &amp;Vorher übernehmen</translation>
    </message>
    <message>
        <source>Candidates before and after</source>
        <translation>Kandidaten vorher und nachher</translation>
    </message>
    <message>
        <source>The candidates of the slate before and after what you changed: score, policy, rank. Choose one to see and change its features.</source>
        <translation>Die Kandidaten der Slate vor und nach den Änderungen: Score, Policy, Rang. Einen wählen, um seine Merkmale zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Add a candidate to the slate: a copy of the chosen one, or an item of the catalogue.</source>
        <translation>Der Slate einen Kandidaten hinzufügen: eine Kopie des gewählten oder ein Item des Katalogs.</translation>
    </message>
    <message>
        <source>A &amp;copy of the chosen candidate</source>
        <translation>&amp;Kopie des gewählten Kandidaten</translation>
    </message>
    <message>
        <source>An item of the cata&amp;logue…</source>
        <translation>Item des Kata&amp;logs…</translation>
    </message>
    <message>
        <source>&amp;Add a candidate</source>
        <translation>Kandidat &amp;hinzufügen</translation>
    </message>
    <message>
        <source>The slate as it is in the log, compared under the present weights</source>
        <translation>Die Slate, wie sie im Protokoll ist, unter den jetzigen Gewichten verglichen</translation>
    </message>
    <message>
        <source>Compare with the slate and the weights as they are now</source>
        <translation>Mit der Slate und den Gewichten vergleichen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Before: the slate as in the log, weights %1, τ = %2</source>
        <translation>Vorher: die Slate wie im Protokoll, Gewichte %1, τ = %2</translation>
    </message>
    <message>
        <source>Before: the slate as you took it, weights %1, τ = %2</source>
        <translation>Vorher: die Slate wie übernommen, Gewichte %1, τ = %2</translation>
    </message>
</context>
<context>
    <name>luce::desktop::WhatIfSession</name>
    <message>
        <source>Open a log first.</source>
        <translation>Zuerst ein Protokoll öffnen.</translation>
    </message>
    <message>
        <source>Training goes on. When it has ended, its run is opened and slates can be changed here.</source>
        <translation>Das Training läuft. Wenn es beendet ist, wird sein Lauf geöffnet, und Slates können hier geändert werden.</translation>
    </message>
    <message>
        <source>Train (Ctrl+T), or open a run in the list of runs: then you can change a slate and see what the run makes of it.</source>
        <translation>Trainieren (Strg+T) oder in der Liste der Läufe einen öffnen: Dann lässt sich eine Slate ändern und sehen, was der Lauf daraus macht.</translation>
    </message>
    <message>
        <source>Choose a slate in the list of sessions.</source>
        <translation>In der Liste der Sitzungen eine Slate wählen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation>%1 auslassen</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>add a candidate</source>
        <translation>Kandidat hinzufügen</translation>
    </message>
    <message>
        <source>reset the slate</source>
        <translation>Slate zurücksetzen</translation>
    </message>
</context>
<context>
    <name>luce::desktop::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a log, a workspace or an experiment. The columns of a log are shown before it is imported.</source>
        <translation>Ein Protokoll, einen Arbeitsbereich oder ein Experiment öffnen. Die Spalten eines Protokolls werden vor dem Import gezeigt.</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open a folder with the files of one log, such as Open Bandit&apos;s.</source>
        <translation>Einen Ordner mit den Dateien eines Protokolls öffnen, etwa von Open Bandit.</translation>
    </message>
    <message>
        <source>Open the &amp;sample log</source>
        <translation>Beispiel&amp;protokoll öffnen</translation>
    </message>
    <message>
        <source>1,200 slates of ten candidates, made by Luce&apos;s simulator.</source>
        <translation>1200 Slates mit zehn Kandidaten, vom Simulator von Luce erzeugt.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Where Luce began: open, recent, samples.</source>
        <translation>Wo Luce begann: öffnen, zuletzt geöffnet, Beispiele.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Colours, text size, language, and what happens at the start.</source>
        <translation>Farben, Textgröße, Sprache, und was beim Start geschieht.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Luce. Nothing is lost.</source>
        <translation>Luce schließen. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Take back the last change of a setting. Panels ▸ History shows them all.</source>
        <translation>Die letzte Änderung einer Einstellung zurücknehmen. Bereiche ▸ Verlauf zeigt sie alle.</translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation>Die zurückgenommene Änderung wiederholen.</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>E&amp;xperiment</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Train the estimator: supervised first, then aligned with the reward.</source>
        <translation>Den Schätzer trainieren: zuerst überwacht, dann am Reward ausgerichtet.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Pause the training, or go on.</source>
        <translation>Das Training anhalten oder fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>St&amp;oppen</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Stop the training and keep the best weights so far.</source>
        <translation>Das Training stoppen und die bisher besten Gewichte behalten.</translation>
    </message>
    <message>
        <source>&amp;Compare schemes…</source>
        <translation>&amp;Schemata vergleichen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Train the experiment under several clipping schemes and seeds, one run after another, and judge them side by side.</source>
        <translation>Das Experiment unter mehreren Clipping-Schemata und Startwerten trainieren, einen Lauf nach dem anderen, und sie nebeneinander beurteilen.</translation>
    </message>
    <message>
        <source>&amp;Open an experiment…</source>
        <translation>Experiment ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Take the settings of a saved experiment. It can be undone.</source>
        <translation>Die Einstellungen eines gespeicherten Experiments übernehmen. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Save the experiment &amp;as…</source>
        <translation>Experiment speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the settings as they are, for luce-cli train and for others.</source>
        <translation>Die Einstellungen speichern, wie sie sind, für luce-cli train und für andere.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Put panels &amp;back</source>
        <translation>Bereiche &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Every panel where it stood at first.</source>
        <translation>Jeder Bereich dort, wo er anfangs stand.</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>The whole screen for Luce, or a window again.</source>
        <translation>Der ganze Bildschirm für Luce oder wieder ein Fenster.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>Be&amp;fehle…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Find any command by its name.</source>
        <translation>Jeden Befehl über seinen Namen finden.</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>All keys at a glance.</source>
        <translation>Alle Tasten auf einen Blick.</translation>
    </message>
    <message>
        <source>What&apos;s &amp;this?</source>
        <translation>&amp;Direkthilfe</translation>
    </message>
    <message>
        <source>&amp;About Luce</source>
        <translation>&amp;Über Luce</translation>
    </message>
    <message>
        <source>What Luce is, what it is built with, and under which licences.</source>
        <translation>Was Luce ist, womit es gebaut ist und unter welchen Lizenzen.</translation>
    </message>
    <message>
        <source>Single-slate p&amp;layground…</source>
        <translation>Spie&amp;lplatz einer Slate…</translation>
    </message>
    <message>
        <source>Ctrl+Alt+P</source>
        <translation>Ctrl+Alt+P</translation>
    </message>
    <message>
        <source>A blackboard for one slate: drag p and propensities, and see the gradient of any scheme as arrows.</source>
        <translation>Eine Tafel für eine Slate: p und Propensities ziehen und den Gradienten jedes Schemas als Pfeile sehen.</translation>
    </message>
    <message>
        <source>Export the opened run: its model with a card, its weights or its predictions.</source>
        <translation>Den geöffneten Lauf exportieren: sein Modell mit einer Karte, seine Gewichte oder seine Vorhersagen.</translation>
    </message>
    <message>
        <source>&amp;Judge a policy from a file…</source>
        <translation>Eine Policy aus einer Datei &amp;beurteilen…</translation>
    </message>
    <message>
        <source>Compare the opened run with scores of another program, or with a TorchScript model from elsewhere.</source>
        <translation>Den geöffneten Lauf mit Scores eines anderen Programms vergleichen oder mit einem fremden TorchScript-Modell.</translation>
    </message>
    <message>
        <source>&amp;Policies from elsewhere…</source>
        <translation>&amp;Policies von anderswo…</translation>
    </message>
    <message>
        <source>The policies from files that this workspace keeps: name them, remove them.</source>
        <translation>Die Policies aus Dateien, die dieser Arbeitsbereich behält: benennen, entfernen.</translation>
    </message>
    <message>
        <source>Wait until what goes on has ended.</source>
        <translation>Warten, bis zu Ende ist, was gerade läuft.</translation>
    </message>
    <message>
        <source>Train, or open a run, first.</source>
        <translation>Zuerst trainieren oder einen Lauf öffnen.</translation>
    </message>
    <message>
        <source>Open a log first.</source>
        <translation>Zuerst ein Protokoll öffnen.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::Workbench</name>
    <message>
        <source>Selected slate</source>
        <translation>Ausgewählte Slate</translation>
    </message>
    <message>
        <source>How likely the policy π and the logging policy π_β place each candidate of the selected slate first; stars mark rewards.</source>
        <translation>Wie wahrscheinlich die Policy π und die Logging-Policy π_β jeden Kandidaten der ausgewählten Slate auf den ersten Platz setzen; Sterne markieren Rewards.</translation>
    </message>
    <message>
        <source>Importance ratios</source>
        <translation>Importance-Ratios</translation>
    </message>
    <message>
        <source>The importance ratios ρ = π/π_β of the held-out rows, with the clip bounds. Ratios far to the right let few rows decide the estimate.</source>
        <translation>Die Importance-Ratios ρ = π/π_β der zurückgehaltenen Zeilen mit den Clip-Grenzen. Ratios weit rechts lassen wenige Zeilen über die Schätzung entscheiden.</translation>
    </message>
    <message>
        <source>Clip curve</source>
        <translation>Clip-Kurve</translation>
    </message>
    <message>
        <source>What the clipping scheme does to one row: its loss and its gradient against the ratio ρ, for advantages above and below zero.</source>
        <translation>Was das Clipping-Schema mit einer Zeile macht: ihr Verlust und ihr Gradient gegen die Ratio ρ, für Advantages über und unter null.</translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation>Zurückgehaltener Reward</translation>
    </message>
    <message>
        <source>The reward that the policy would earn on the validation slates, which it does not learn from, by off-policy evaluation, beside the logging policy&apos;s own.</source>
        <translation>Der Reward, den die Policy auf den Validierungs-Slates einbrächte, von denen sie nicht lernt, per Off-Policy-Bewertung, neben dem der Logging-Policy.</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>The losses over training steps: supervised (BCE), reward by the clipping scheme, and KL to the reference policy.</source>
        <translation>Die Verluste über die Trainingsschritte: überwacht (BCE), Reward nach dem Clipping-Schema und KL zur Referenz-Policy.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>What tells whether a run is healthy: clipped share, ratios, effective sample size, KL and entropy, advantages, gradient, learning rate.</source>
        <translation>Was zeigt, ob ein Lauf gesund ist: begrenzter Anteil, Ratios, effektive Stichprobengröße, KL und Entropie, Advantages, Gradient, Lernrate.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>The candidates of the selected slate with predictions, score, policy, ratio and reward.</source>
        <translation>Die Kandidaten der ausgewählten Slate mit Vorhersagen, Score, Policy, Ratio und Reward.</translation>
    </message>
</context>
<context>
    <name>luce::desktop::WorkspaceMover</name>
    <message>
        <source>Saved as %1, which is the open workspace from now on.</source>
        <translation>Als %1 gespeichert; von jetzt an ist das der offene Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>Eine Kopie des Arbeitsbereichs speichern</translation>
    </message>
    <message>
        <source>Workspaces (*.luce)</source>
        <translation>Arbeitsbereiche (*.luce)</translation>
    </message>
    <message>
        <source>%1 copy.luce</source>
        <translation>%1 Kopie.luce</translation>
    </message>
</context>
<context>
    <name>luce::desktop::reasonWords</name>
    <message>
        <source>a nameless row number</source>
        <translation>eine Zeilennummer ohne Namen</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>eine Kennung</translation>
    </message>
    <message>
        <source>another column has its role now</source>
        <translation>eine andere Spalte hat jetzt ihre Rolle</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>wie beim letzten Mal</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>describes the slate as a whole</source>
        <translation>beschreibt die ganze Slate</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>ihr Name</translation>
    </message>
    <message>
        <source>its name begins like a context&apos;s</source>
        <translation>ihr Name beginnt wie der eines Kontexts</translation>
    </message>
    <message>
        <source>its name begins with &quot;label&quot;</source>
        <translation>ihr Name beginnt mit „label“</translation>
    </message>
    <message>
        <source>its name; mind the threshold</source>
        <translation>ihr Name; Schwelle beachten</translation>
    </message>
    <message>
        <source>kind told</source>
        <translation>Art vorgegeben</translation>
    </message>
    <message>
        <source>known of this format</source>
        <translation>von diesem Format bekannt</translation>
    </message>
    <message>
        <source>named in the schema</source>
        <translation>im Schema genannt</translation>
    </message>
    <message>
        <source>named like an action</source>
        <translation>heißt wie eine Handlung</translation>
    </message>
    <message>
        <source>no other role</source>
        <translation>keine andere Rolle</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>texts: for numbers write 0.5 instead of 0,5</source>
        <translation>Texte: für Zahlen 0.5 statt 0,5 schreiben</translation>
    </message>
    <message>
        <source>zeros and ones after an action</source>
        <translation>Nullen und Einsen nach einer Handlung</translation>
    </message>
    <message>
        <source>zeros and ones at the end of the line</source>
        <translation>Nullen und Einsen am Zeilenende</translation>
    </message>
</context>
<context>
    <name>luce::desktop::wordsOfCore</name>
    <message>
        <source>&quot;%1&quot; is a folder, not a Luce workspace.</source>
        <translation>„%1“ ist ein Ordner, kein Arbeitsbereich von Luce.</translation>
    </message>
    <message>
        <source>There is no workspace &quot;%1&quot;. Check its name, or import a log to make one.</source>
        <translation>Es gibt keinen Arbeitsbereich „%1“. Den Namen prüfen oder ein Protokoll importieren, um einen anzulegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read; check who may read it.</source>
        <translation>„%1“ kann nicht gelesen werden; prüfen, wer die Datei lesen darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty; import a log into it to make it a workspace.</source>
        <translation>„%1“ ist leer; ein Protokoll hinein importieren, dann wird es ein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Luce workspace. To open a log, import it into a workspace.</source>
        <translation>„%1“ ist kein Arbeitsbereich von Luce. Um ein Protokoll zu öffnen, es in einen Arbeitsbereich importieren.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may only be read. Copy it to a folder that you may write to.</source>
        <translation>„%1“ darf nur gelesen werden. Die Datei in einen Ordner kopieren, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may only be read, since its folder may not be written to. Copy it to a folder that you may write to.</source>
        <translation>„%1“ darf nur gelesen werden, weil in den Ordner nicht geschrieben werden darf. Die Datei in einen Ordner kopieren, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is known by a second name (a hard link), by which it could be changed at the same time, so it may only be read. Make a copy of it and open that.</source>
        <translation>„%1“ hat noch einen zweiten Namen (einen Hardlink), unter dem die Datei gleichzeitig geändert werden könnte, und darf deshalb nur gelesen werden. Eine Kopie machen und diese öffnen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by %2, so here it can only be read. Close it there and open it again.</source>
        <translation>„%1“ wird von %2 benutzt und kann deshalb hier nur gelesen werden. Die Datei dort schließen und hier neu öffnen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by %2. Close it there, or wait until it has finished, and try again.</source>
        <translation>„%1“ wird von %2 benutzt. Die Datei dort schließen oder warten, bis das andere Programm fertig ist, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. Try again when that has finished.</source>
        <translation>„%1“ wird von einem anderen Programm benutzt. Es erneut versuchen, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an SQLite database, but not a Luce workspace. To use its data in Luce, write it to a CSV file and import that.</source>
        <translation>„%1“ ist eine SQLite-Datenbank, aber kein Arbeitsbereich von Luce. Um ihre Daten in Luce zu verwenden, sie in eine CSV-Datei schreiben und diese importieren.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made by a newer Luce (layout %2; this one knows %3). Update Luce to open it.</source>
        <translation>„%1“ stammt von einem neueren Luce (Aufbau %2; dieses kennt %3). Luce aktualisieren, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is damaged (%2). Open a copy of it from before, or import the logs anew into another workspace.</source>
        <translation>„%1“ ist beschädigt (%2). Eine frühere Kopie öffnen oder die Protokolle neu in einen anderen Arbeitsbereich importieren.</translation>
    </message>
    <message>
        <source>The disk mounted at &quot;%1&quot; is full, so &quot;%2&quot; could not be written; what it held before is safe. Free some space there and try again.</source>
        <translation>Der Datenträger unter „%1“ ist voll, sodass „%2“ nicht geschrieben werden konnte; was die Datei vorher enthielt, ist sicher. Dort Platz schaffen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be opened. Check that its folder is there and may be written to.</source>
        <translation>„%1“ kann nicht geöffnet werden. Prüfen, ob der Ordner da ist und in ihn geschrieben werden darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read or written (%2). Check the disk at &quot;%3&quot; and its free space.</source>
        <translation>„%1“ konnte nicht gelesen oder geschrieben werden (%2). Den Datenträger unter „%3“ und seinen freien Platz prüfen.</translation>
    </message>
    <message>
        <source>There is not enough memory to use &quot;%1&quot;. Close other programs and try again.</source>
        <translation>Der Speicher reicht nicht, um „%1“ zu verwenden. Andere Programme schließen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be opened for writing: %2 beside it cannot be made (%3). Check that its folder is there and that you may write to it.</source>
        <translation>„%1“ kann nicht zum Schreiben geöffnet werden: %2 daneben kann nicht angelegt werden (%3). Prüfen, ob der Ordner da ist und in ihn geschrieben werden darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was deleted, moved or renamed by another program or person. What it held is still open here: save a copy of it before you go on.</source>
        <translation>„%1“ wurde von einem anderen Programm oder jemand anderem gelöscht, verschoben oder umbenannt. Was die Datei enthielt, ist hier noch offen: vor allem Weiteren eine Kopie speichern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was put out of reach by another program or person. What it held is still open here: save a copy of it before you go on.</source>
        <translation>„%1“ wurde von einem anderen Programm oder jemand anderem unzugänglich gemacht. Was die Datei enthielt, ist hier noch offen: vor allem Weiteren eine Kopie speichern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was replaced by another file. What it held is still open here: save a copy of it before you go on.</source>
        <translation>„%1“ wurde durch eine andere Datei ersetzt. Was die alte enthielt, ist hier noch offen: vor allem Weiteren eine Kopie speichern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may no longer be written to, so nothing new is stored. Give the right to write back, or save a copy of it elsewhere.</source>
        <translation>In „%1“ darf nicht mehr geschrieben werden, sodass nichts Neues gespeichert wird. Das Schreibrecht zurückgeben oder anderswo eine Kopie speichern.</translation>
    </message>
    <message>
        <source>The copy needs another name than the workspace &quot;%1&quot; itself.</source>
        <translation>Die Kopie braucht einen anderen Namen als der Arbeitsbereich „%1“ selbst.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has a dataset named &quot;%2&quot;; choose another name.</source>
        <translation>„%1“ hat schon einen Datensatz namens „%2“; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has a run named &quot;%2&quot;; choose another name.</source>
        <translation>„%1“ hat schon einen Lauf namens „%2“; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>A dataset needs a name.</source>
        <translation>Ein Datensatz braucht einen Namen.</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>Ein Lauf braucht einen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no run number %2; it may have been removed.</source>
        <translation>„%1“ hat keinen Lauf mit der Nummer %2; vielleicht wurde er entfernt.</translation>
    </message>
    <message>
        <source>The program ended before the run did.</source>
        <translation>Das Programm endete vor dem Lauf.</translation>
    </message>
    <message>
        <source>%1 There is one more problem.</source>
        <translation>%1 Es gibt noch ein Problem.</translation>
    </message>
    <message>
        <source>%1 There are %2 more problems.</source>
        <translation>%1 Es gibt noch %2 weitere Probleme.</translation>
    </message>
    <message>
        <source>%1: found %2, expected %3. %4</source>
        <translation>%1: gefunden: %2; erwartet: %3. %4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not there.</source>
        <translation>„%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be unpacked: %2. See whether the file was copied to its end.</source>
        <translation>„%1“ kann nicht entpackt werden: %2. Nachsehen, ob die Datei bis zum Ende kopiert wurde.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no log of this format.</source>
        <translation>„%1“ enthält kein Protokoll in diesem Format.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in none of the formats that Luce reads: %2.</source>
        <translation>„%1“ hat keines der Formate, die Luce liest: %2.</translation>
    </message>
    <message>
        <source>The folder for temporary files is full, into which the log is unpacked. Free some space, name another folder in the environment variable TMPDIR, or unpack the log yourself.</source>
        <translation>Der Ordner für temporäre Dateien, in den das Protokoll entpackt wird, ist voll. Platz schaffen, in der Umgebungsvariablen TMPDIR einen anderen Ordner nennen oder das Protokoll selbst entpacken.</translation>
    </message>
    <message>
        <source>The folder for temporary files is full, in which the log&apos;s lines are sorted. Free some space, or name another folder in the environment variable SQLITE_TMPDIR.</source>
        <translation>Der Ordner für temporäre Dateien, in dem die Zeilen des Protokolls sortiert werden, ist voll. Platz schaffen oder in der Umgebungsvariablen SQLITE_TMPDIR einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: %2.</source>
        <translation>%1 ist kein gültiges JSON: %2.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1 ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 has an unknown member &quot;%2&quot;; it may have %3.</source>
        <translation>%1 hat ein unbekanntes Element „%2“; erlaubt sind %3.</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>Auf Wunsch angehalten.</translation>
    </message>
    <message>
        <source>No slate is left to train on: the dataset has %1, and validation and test take %2 and %3.</source>
        <translation>Zum Trainieren bleibt keine Slate übrig: Der Datensatz hat %1, und Validierung und Test nehmen %2 und %3.</translation>
    </message>
    <message>
        <source>Batches of %1 slates did not fit into the memory of %2; training goes on with %3.</source>
        <translation>Batches von %1 Slates passten nicht in den Speicher von %2; das Training geht mit %3 weiter.</translation>
    </message>
    <message>
        <source>The loss or its gradient was not a finite number at step %1, so training ended. Lower the learning rate or the reward weight, raise the KL weight or clip the gradient; the run keeps its weights of step %2.</source>
        <translation>Der Verlust oder sein Gradient war bei Schritt %1 keine endliche Zahl, deshalb endete das Training. Die Lernrate oder das Reward-Gewicht verringern, das KL-Gewicht erhöhen oder den Gradienten begrenzen; der Lauf behält seine Gewichte von Schritt %2.</translation>
    </message>
    <message>
        <source>%1 needs the actions on all shown items, but these rows tell those of one item a slate; choose observed rows of a slate log, or another scheme.</source>
        <translation>%1 braucht die Aktionen auf allen gezeigten Items, aber diese Zeilen nennen nur die auf einem Item je Slate; beobachtete Zeilen eines Slate-Protokolls oder ein anderes Schema wählen.</translation>
    </message>
    <message>
        <source>%1 needs the places in which items were shown, which this log does not state.</source>
        <translation>%1 braucht die Plätze, an denen Items gezeigt wurden; dieses Protokoll nennt sie nicht.</translation>
    </message>
    <message>
        <source>%1 compares rewards within a slate, but each slate has one row here: every advantage is 0 and the policy will not move. Choose the batch or the context as advantage group.</source>
        <translation>%1 vergleicht Rewards innerhalb einer Slate, aber hier hat jede Slate eine Zeile: Jeder Advantage ist 0, und die Policy bewegt sich nicht. Den Batch oder den Kontext als Advantage-Gruppe wählen.</translation>
    </message>
    <message>
        <source>On observed rows ρ is π itself, so it never exceeds 1: %1&apos;s upper clip does nothing and its lower one silences most rows that push down. Drawn rows have the ratio it was made for.</source>
        <translation>Auf beobachteten Zeilen ist ρ die Policy π selbst und nie größer als 1: Die obere Grenze von %1 bewirkt nichts, und die untere bringt die meisten Zeilen zum Schweigen, die nach unten drücken. Gezogene Zeilen haben die Ratio, für die das Schema gemacht ist.</translation>
    </message>
    <message>
        <source>A bandit log shows the actions of one item only, so it has no observed rows; choose drawn rows.</source>
        <translation>Ein Banditen-Protokoll zeigt nur die Aktionen auf einem Item und hat deshalb keine beobachteten Zeilen; gezogene Zeilen wählen.</translation>
    </message>
    <message>
        <source>This log does not state positions, so it is not known which item was placed first; choose observed rows.</source>
        <translation>Dieses Protokoll nennt keine Plätze, sodass nicht bekannt ist, welches Item zuerst stand; beobachtete Zeilen wählen.</translation>
    </message>
    <message>
        <source>The dataset cannot be split by time: slate &quot;%1&quot; has none. Split by hash instead.</source>
        <translation>Der Datensatz kann nicht nach der Zeit geteilt werden: Die Slate „%1“ hat keine. Stattdessen nach dem Hash teilen.</translation>
    </message>
    <message>
        <source>Validation (%1) and test (%2) leave nothing to train on.</source>
        <translation>Validierung (%1) und Test (%2) lassen nichts zum Trainieren übrig.</translation>
    </message>
    <message>
        <source>There is no device &quot;%1&quot; here; choose auto or one of: %2.</source>
        <translation>Das Gerät „%1“ gibt es hier nicht; möglich sind auto oder: %2.</translation>
    </message>
    <message>
        <source>The linear algebra library is slow; install libopenblas0-pthread (or another optimised BLAS), which trains many times faster.</source>
        <translation>Die Bibliothek für lineare Algebra ist langsam; mit libopenblas0-pthread (oder einem anderen optimierten BLAS) geht das Training um ein Vielfaches schneller.</translation>
    </message>
    <message>
        <source>experiment.%1 names the task &quot;%2&quot;, which the dataset lacks; its tasks are %3.</source>
        <translation>experiment.%1 nennt die Aufgabe „%2“, die der Datensatz nicht hat; seine Aufgaben sind %3.</translation>
    </message>
    <message>
        <source>The dataset&apos;s features are not those that this estimator was trained on; choose the run&apos;s own dataset or train a new run.</source>
        <translation>Die Merkmale des Datensatzes sind nicht die, mit denen dieser Schätzer trainiert wurde; den eigenen Datensatz des Laufs wählen oder einen neuen Lauf trainieren.</translation>
    </message>
    <message>
        <source>The dataset&apos;s tasks are not those that this estimator was trained on.</source>
        <translation>Die Aufgaben des Datensatzes sind nicht die, mit denen dieser Schätzer trainiert wurde.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; never happened in this log: nothing can be learnt of it.</source>
        <translation>„%1“ kam in diesem Protokoll nie vor: Darüber lässt sich nichts lernen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; happened in every row: nothing can be learnt of it.</source>
        <translation>„%1“ kam in jeder Zeile vor: Darüber lässt sich nichts lernen.</translation>
    </message>
    <message>
        <source>The feature &quot;%1&quot; says the same as the task &quot;%2&quot; (correlation %3): it gives the label away. Import the log again without it.</source>
        <translation>Das Merkmal „%1“ sagt dasselbe wie die Aufgabe „%2“ (Korrelation %3): Es verrät das Label. Das Protokoll ohne dieses Merkmal neu importieren.</translation>
    </message>
    <message>
        <source>The log states no propensities: estimates for another policy rest on an assumption about the logging policy.</source>
        <translation>Das Protokoll nennt keine Propensities: Schätzungen für eine andere Policy beruhen auf einer Annahme über die Logging-Policy.</translation>
    </message>
    <message>
        <source>%1 of %2 logged rows (%3) have no propensity.</source>
        <translation>%1 von %2 protokollierten Zeilen (%3) haben keine Propensity.</translation>
    </message>
    <message>
        <source>The propensities of %1 of %2 slates do not sum to 1 (slate %3: %4). They should be the probabilities of the first place.</source>
        <translation>Die Propensities von %1 von %2 Slates ergeben in der Summe nicht 1 (Slate %3: %4). Sie sollten die Wahrscheinlichkeiten des ersten Platzes sein.</translation>
    </message>
    <message>
        <source>The propensity is below a hundredth of the uniform one in %1 of %2 rows (the smallest is %3): single rows may decide an estimate. Clip the weights.</source>
        <translation>Die Propensity liegt in %1 von %2 Zeilen unter einem Hundertstel der gleichverteilten (die kleinste ist %3): Einzelne Zeilen können eine Schätzung entscheiden. Die Gewichte begrenzen.</translation>
    </message>
    <message>
        <source>Propensities hang on the place: an item&apos;s mean differs up to %1 times between places. Each is right for its own place only.</source>
        <translation>Propensities hängen vom Platz ab: Das Mittel eines Items unterscheidet sich zwischen Plätzen um bis zum %1-Fachen. Jede gilt nur für ihren eigenen Platz.</translation>
    </message>
    <message>
        <source>The feature &quot;%1&quot; has no value at all.</source>
        <translation>Das Merkmal „%1“ hat gar keinen Wert.</translation>
    </message>
    <message>
        <source>The feature &quot;%1&quot; has one and the same value everywhere.</source>
        <translation>Das Merkmal „%1“ hat überall denselben Wert.</translation>
    </message>
    <message>
        <source>The log has no slates.</source>
        <translation>Das Protokoll hat keine Slates.</translation>
    </message>
    <message>
        <source>Every slate has one candidate only: there is nothing to rank.</source>
        <translation>Jede Slate hat nur einen Kandidaten: Es gibt nichts zu ordnen.</translation>
    </message>
    <message>
        <source>There is one candidate only in %1 of %2 slates: there is nothing to rank in them.</source>
        <translation>In %1 von %2 Slates gibt es nur einen Kandidaten: In ihnen ist nichts zu ordnen.</translation>
    </message>
    <message>
        <source>The effective sample size is %1 of %2 rows: few were logged. Collect more data.</source>
        <translation>Die effektive Stichprobengröße ist %1 von %2 Zeilen: Es wurden wenige aufgezeichnet. Mehr Daten sammeln.</translation>
    </message>
    <message>
        <source>The effective sample size is %1 of %2 rows: few were logged, and as the policy differs from the logging policy, they count for fewer. Collect more data.</source>
        <translation>Die effektive Stichprobengröße ist %1 von %2 Zeilen: Es wurden wenige aufgezeichnet, und da die Policy von der Logging-Policy abweicht, zählen sie wie noch weniger. Mehr Daten sammeln.</translation>
    </message>
    <message>
        <source>The effective sample size is %1 of %2 rows: the policy differs so much from the logging policy that few rows decide. Collect more data, or judge a policy nearer to it: if this one was trained, with a larger KL weight or temperature.</source>
        <translation>Die effektive Stichprobengröße ist %1 von %2 Zeilen: Die Policy weicht so stark von der Logging-Policy ab, dass wenige Zeilen entscheiden. Mehr Daten sammeln oder eine Policy beurteilen, die ihr näher ist: wenn diese trainiert wurde, mit größerem KL-Gewicht oder größerer Temperatur.</translation>
    </message>
    <message>
        <source>A single row carries %1 % of all weight.</source>
        <translation>Eine einzige Zeile trägt %1 % des gesamten Gewichts.</translation>
    </message>
    <message>
        <source>The largest 1 % of the ratios carry %1 % of all weight.</source>
        <translation>Das größte 1 % der Ratios trägt %1 % des gesamten Gewichts.</translation>
    </message>
    <message>
        <source>The mean importance ratio is %1; with true propensities it is 1 up to chance (standard error %2). The logged propensities may be wrong, or actions that the policy likes were never logged.</source>
        <translation>Die mittlere Importance-Ratio ist %1; mit wahren Propensities ist sie bis auf den Zufall 1 (Standardfehler %2). Die protokollierten Propensities können falsch sein, oder Aktionen, die die Policy mag, wurden nie protokolliert.</translation>
    </message>
    <message>
        <source>The reward model alone says %1 and corrected by the log %2, outside each other&apos;s intervals: the model is biased for this policy, so do not believe DM.</source>
        <translation>Das Reward-Modell allein sagt %1 und vom Protokoll berichtigt %2, außerhalb der Intervalle voneinander: Das Modell ist für diese Policy verzerrt, DM ist also nicht zu glauben.</translation>
    </message>
    <message>
        <source>No logged row can be used, so nothing can be estimated.</source>
        <translation>Keine protokollierte Zeile ist verwendbar, sodass sich nichts schätzen lässt.</translation>
    </message>
    <message>
        <source>No logged row can be used.</source>
        <translation>Keine protokollierte Zeile ist verwendbar.</translation>
    </message>
    <message>
        <source>Article rows are biased towards items that the logging policy disliked; these numbers are for comparison only.</source>
        <translation>Zeilen wie im Artikel sind zu Items hin verzerrt, die die Logging-Policy nicht mochte; diese Zahlen dienen nur dem Vergleich.</translation>
    </message>
    <message>
        <source>Only %1 rows were logged.</source>
        <translation>Nur %1 Zeilen wurden protokolliert.</translation>
    </message>
    <message>
        <source>A parenthesis is opened but not closed; add &quot;)&quot;.</source>
        <translation>Eine Klammer wird geöffnet, aber nicht geschlossen; „)“ ergänzen.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was not opened; take a &quot;)&quot; out.</source>
        <translation>Eine Klammer wird geschlossen, die nicht geöffnet wurde; eine „)“ herausnehmen.</translation>
    </message>
    <message>
        <source>The condition is empty; type one such as click &gt; 0.</source>
        <translation>Die Bedingung ist leer; etwa click &gt; 0 schreiben.</translation>
    </message>
    <message>
        <source>There is no column %1. %2 Texts go in single quotes.</source>
        <translation>Es gibt keine Spalte %1. %2 Texte stehen in einfachen Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no function %1; these can be used: %2.</source>
        <translation>Es gibt keine Funktion %1; verwendbar sind: %2.</translation>
    </message>
    <message>
        <source>The condition stops in the middle: a value or a column is missing at its end or before a &quot;)&quot;.</source>
        <translation>Die Bedingung bricht in der Mitte ab: Am Ende oder vor einer „)“ fehlt ein Wert oder eine Spalte.</translation>
    </message>
    <message>
        <source>The condition cannot be understood at %1. Compare columns, such as click &gt; 0 AND item = &apos;i7&apos;. %2</source>
        <translation>Die Bedingung ist bei %1 nicht zu verstehen. Spalten vergleichen, etwa click &gt; 0 AND item = &apos;i7&apos;. %2</translation>
    </message>
    <message>
        <source>The condition cannot be understood at %1.</source>
        <translation>Die Bedingung ist bei %1 nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The columns are %1.</source>
        <translation>Die Spalten sind %1.</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Describing the log</source>
        <translation>Das Protokoll wird beschrieben</translation>
    </message>
    <message>
        <source>Fitting the reward model</source>
        <translation>Das Reward-Modell wird angepasst</translation>
    </message>
    <message>
        <source>Trying settings</source>
        <translation>Einstellungen werden ausprobiert</translation>
    </message>
    <message>
        <source>Writing predictions</source>
        <translation>Vorhersagen werden geschrieben</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Es wird geschätzt</translation>
    </message>
    <message>
        <source>Judging on test slates</source>
        <translation>Auf Test-Slates wird geurteilt</translation>
    </message>
    <message>
        <source>Finding weights</source>
        <translation>Gewichte werden gesucht</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Searching the key</source>
        <translation>Der Schlüssel wird gesucht</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Das Modell wird geöffnet</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Scores werden berechnet</translation>
    </message>
    <message>
        <source>Reading scores</source>
        <translation>Scores werden gelesen</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>überwacht</translation>
    </message>
    <message>
        <source>aligning</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>a number in [0, 1]</source>
        <translation>eine Zahl in [0, 1]</translation>
    </message>
    <message>
        <source>a number in (0, 1]</source>
        <translation>eine Zahl in (0, 1]</translation>
    </message>
    <message>
        <source>a finite number, or nothing where it is missing</source>
        <translation>eine endliche Zahl, oder nichts, wo sie fehlt</translation>
    </message>
    <message>
        <source>a number from -3.4e38 to 3.4e38, the range of single precision</source>
        <translation>eine Zahl von -3.4e38 bis 3.4e38, dem Bereich einfacher Genauigkeit</translation>
    </message>
    <message>
        <source>a slate without faulty lines</source>
        <translation>ein Slate ohne fehlerhafte Zeilen</translation>
    </message>
    <message>
        <source>a faulty line in every slate</source>
        <translation>eine fehlerhafte Zeile in jedem Slate</translation>
    </message>
    <message>
        <source>Mend the lines, or say what the columns mean.</source>
        <translation>Die Zeilen berichtigen oder sagen, was die Spalten bedeuten.</translation>
    </message>
    <message>
        <source>a whole number from 0 to 65535 (1 = first place, 0 = unknown)</source>
        <translation>eine ganze Zahl von 0 bis 65535 (1 = erster Platz, 0 = unbekannt)</translation>
    </message>
    <message>
        <source>a time: seconds since 1970, or as in 2019-11-24 00:01:03+00:00</source>
        <translation>eine Zeit: Sekunden seit 1970, oder wie in 2019-11-24 00:01:03+00:00</translation>
    </message>
    <message>
        <source>%1, as in the first line</source>
        <translation>%1, wie in der ersten Zeile</translation>
    </message>
    <message>
        <source>a new slate; lines of this one came before, with others between</source>
        <translation>eine neue Slate; Zeilen von dieser kamen vorher, mit anderen dazwischen</translation>
    </message>
    <message>
        <source>a column named &quot;%1&quot;</source>
        <translation>eine Spalte namens „%1“</translation>
    </message>
    <message>
        <source>a column that names the %1 (such as &quot;%2&quot;)</source>
        <translation>eine Spalte, die %1 nennt (etwa „%2“)</translation>
    </message>
    <message>
        <source>at least one column of labels (such as &quot;click&quot; or &quot;label_click&quot;)</source>
        <translation>mindestens eine Spalte mit Labels (etwa „click“ oder „label_click“)</translation>
    </message>
    <message>
        <source>bytes that are no text</source>
        <translation>Bytes, die kein Text sind</translation>
    </message>
    <message>
        <source>a quoted field that does not end</source>
        <translation>ein Feld in Anführungszeichen, das nicht endet</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>column names only</source>
        <translation>nur Spaltennamen</translation>
    </message>
    <message>
        <source>one line a candidate after them</source>
        <translation>danach eine Zeile je Kandidat</translation>
    </message>
    <message>
        <source>a line of column names, then one line a record</source>
        <translation>eine Zeile mit Spaltennamen, dann eine Zeile je Datensatz</translation>
    </message>
    <message>
        <source>Write 1 where the action happened and 0 where it did not; a schema can make labels of other numbers by a threshold or a scale.</source>
        <translation>1 schreiben, wo die Aktion stattfand, und 0, wo nicht; ein Schema kann aus anderen Zahlen mit einer Schwelle oder einer Skala Labels machen.</translation>
    </message>
    <message>
        <source>Correct it, or leave it empty where it is unknown.</source>
        <translation>Berichtigen, oder leer lassen, wo sie unbekannt ist.</translation>
    </message>
    <message>
        <source>Mend it, or declare the column a category.</source>
        <translation>Berichtigen, oder die Spalte zur Kategorie erklären.</translation>
    </message>
    <message>
        <source>Number the places from 1.</source>
        <translation>Die Plätze von 1 an zählen.</translation>
    </message>
    <message>
        <source>Write the times in one of these two ways.</source>
        <translation>Die Zeiten auf eine dieser beiden Arten schreiben.</translation>
    </message>
    <message>
        <source>Put quotes around fields that hold a comma, and see whether the line was cut off.</source>
        <translation>Felder mit einem Komma in Anführungszeichen setzen und nachsehen, ob die Zeile abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>Sort the file so that the lines of a slate follow one another, or let them be gathered (in a schema: &quot;slates&quot;: {&quot;by&quot;: &quot;key&quot;, &quot;gather&quot;: true}).</source>
        <translation>Die Datei so sortieren, dass die Zeilen einer Slate aufeinander folgen, oder sie sammeln lassen (in einem Schema: &quot;slates&quot;: {&quot;by&quot;: &quot;key&quot;, &quot;gather&quot;: true}).</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation>Die Datei als UTF-8-Text speichern.</translation>
    </message>
    <message>
        <source>Close the quote, or see whether the file was cut off.</source>
        <translation>Das Anführungszeichen schließen, oder nachsehen, ob die Datei abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>See whether the file was written to its end.</source>
        <translation>Nachsehen, ob die Datei bis zum Ende geschrieben wurde.</translation>
    </message>
    <message>
        <source>Rename the column, or say in a schema which one is the %1.</source>
        <translation>Die Spalte umbenennen, oder in einem Schema sagen, welche %1 ist.</translation>
    </message>
    <message>
        <source>Rename the columns of user actions, or name them as tasks in a schema.</source>
        <translation>Die Spalten der Nutzeraktionen umbenennen, oder sie in einem Schema als Aufgaben nennen.</translation>
    </message>
    <message>
        <source>Correct the name in the schema; upper and lower case do not matter.</source>
        <translation>Den Namen im Schema berichtigen; Groß- und Kleinschreibung sind gleich.</translation>
    </message>
    <message>
        <source>Building slates</source>
        <translation>Slates werden gebildet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has a policy named &quot;%2&quot;; choose another name.</source>
        <translation>„%1“ hat schon eine Policy namens „%2“; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>A policy needs a name.</source>
        <translation>Eine Policy braucht einen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no policy number %2; it may have been removed.</source>
        <translation>„%1“ hat keine Policy mit der Nummer %2; vielleicht wurde sie entfernt.</translation>
    </message>
    <message>
        <source>A name is one line of text in UTF-8; choose another one.</source>
        <translation>Ein Name ist eine Zeile Text in UTF-8; einen anderen wählen.</translation>
    </message>
    <message>
        <source>A name may have 200 bytes at most; choose a shorter one.</source>
        <translation>Ein Name darf höchstens 200 Bytes haben; einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>Only the item that the logging policy placed first (or the bandit&apos;s action), weighted by π_θ/π_β: unbiased where π_β is right and never zero.</source>
        <translation>Nur das Item, das die Logging-Policy zuoberst gestellt hat (oder die Aktion des Banditen), gewichtet mit π_θ/π_β: erwartungstreu, wo π_β stimmt und nie null ist.</translation>
    </message>
    <message>
        <source>Every shown item, weighted by π_θ: its actions are known whatever π_β was, so this is the exact expected reward; divided by the place&apos;s examination propensity where the log states one.</source>
        <translation>Jedes gezeigte Item, gewichtet mit π_θ: Seine Aktionen sind bekannt, was immer π_β war; dies ist also der genaue erwartete Reward, geteilt durch die Betrachtungs-Propensity des Platzes, wo das Protokoll eine angibt.</translation>
    </message>
    <message>
        <source>Every shown item, weighted by π_θ/π_β(first place), as the article writes it: biased towards items that the logging policy disliked. For comparison and teaching.</source>
        <translation>Jedes gezeigte Item, gewichtet mit π_θ/π_β(erster Platz), wie der Artikel es schreibt: verzerrt zugunsten von Items, die die Logging-Policy nicht mochte. Zum Vergleichen und Lehren.</translation>
    </message>
    <message>
        <source>A missing propensity counts as 1 (the article&apos;s assumption): ρ = π_θ.</source>
        <translation>Eine fehlende Propensity zählt als 1 (die Annahme des Artikels): ρ = π_θ.</translation>
    </message>
    <message>
        <source>A missing propensity counts as the policy&apos;s own probability: ρ = 1, only the gradient remains.</source>
        <translation>Eine fehlende Propensity zählt als die Wahrscheinlichkeit der Policy selbst: ρ = 1, nur der Gradient bleibt.</translation>
    </message>
    <message>
        <source>A missing propensity counts as 1/N, as if the logging policy had drawn at random.</source>
        <translation>Eine fehlende Propensity zählt als 1/N, als hätte die Logging-Policy gleichverteilt gezogen.</translation>
    </message>
    <message>
        <source>Rows without a propensity are left out.</source>
        <translation>Zeilen ohne Propensity werden ausgelassen.</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <source>Group-relative</source>
        <translation>Im Vergleich mit der Gruppe</translation>
    </message>
    <message>
        <source>Classic off-policy</source>
        <translation>Klassisch off-policy</translation>
    </message>
    <message>
        <source>Whole lists</source>
        <translation>Ganze Listen</translation>
    </message>
    <message>
        <source>Regularisers</source>
        <translation>Regularisierer</translation>
    </message>
    <message>
        <source>IPS with a fixed reward λ taken off: rows below it push down, so the policy cannot learn by avoiding what was logged.</source>
        <translation>IPS, von dem ein fester Reward λ abgezogen ist: Zeilen darunter drücken nach unten; so kann die Policy nicht dadurch lernen, dass sie Protokolliertes meidet.</translation>
    </message>
    <message>
        <source>A policy gradient whose weight is clipped: no row falls silent, none shouts.</source>
        <translation>Ein Policy-Gradient mit begrenztem Gewicht: Keine Zeile verstummt, keine übertönt die anderen.</translation>
    </message>
    <message>
        <source>GRPO with more room upwards than downwards, so that rare good items can still rise.</source>
        <translation>GRPO mit mehr Spielraum nach oben als nach unten, damit seltene gute Items noch steigen können.</translation>
    </message>
    <message>
        <source>Believe a reward model about every candidate: no variance from ratios, all of the model&apos;s bias.</source>
        <translation>Einem Reward-Modell bei jedem Kandidaten glauben: keine Varianz durch Ratios, dafür die ganze Verzerrung des Modells.</translation>
    </message>
    <message>
        <source>The direct method, corrected on logged rows by what the reward model got wrong, weighed by ρ.</source>
        <translation>Die direkte Methode, auf protokollierten Zeilen um den Fehler des Reward-Modells berichtigt, gewichtet mit ρ.</translation>
    </message>
    <message>
        <source>GRPO without dividing by the group&apos;s spread, which favours groups that hardly differ.</source>
        <translation>GRPO ohne die Teilung durch die Streuung der Gruppe, die Gruppen mit kaum einem Unterschied bevorzugt.</translation>
    </message>
    <message>
        <source>GRPO whose ratio is first pulled back to 1+ε+δ, so that bad rows with tiny propensities cannot explode.</source>
        <translation>GRPO, dessen Ratio zuerst auf 1+ε+δ zurückgeholt wird, damit schlechte Zeilen mit winzigen Propensities nicht explodieren.</translation>
    </message>
    <message>
        <source>How undecided the policy is, over all candidates of a slate; subtracted from a loss it keeps exploration alive.</source>
        <translation>Wie unentschieden die Policy ist, über alle Kandidaten einer Slate; vom Verlust abgezogen, hält sie die Erkundung am Leben.</translation>
    </message>
    <message>
        <source>What the policy would earn where the actions on all shown items are known: no ratio, no variance of a draw. On observed rows it is exact.</source>
        <translation>Was die Policy einbrächte, wo die Aktionen zu allen gezeigten Items bekannt sind: keine Ratio, keine Varianz einer Ziehung. Auf beobachteten Zeilen ist es genau.</translation>
    </message>
    <message>
        <source>The gradient is bounded like that of a logistic loss: good rows never weigh more than 1, bad rows only in proportion to π/(1−π).</source>
        <translation>Der Gradient ist beschränkt wie der eines logistischen Verlusts: Gute Zeilen wiegen nie mehr als 1, schlechte nur im Verhältnis zu π/(1−π).</translation>
    </message>
    <message>
        <source>GRPO&apos;s loss, but a clipped row still pulls, with the strength it had at the clip.</source>
        <translation>Der Verlust von GRPO, doch eine begrenzte Zeile zieht weiter, so stark wie an der Grenze.</translation>
    </message>
    <message>
        <source>PPO clip on rewards compared within their group: above the mean pulls up, below pushes down.</source>
        <translation>PPO clip auf Rewards, die mit ihrer Gruppe verglichen werden: Über dem Mittel zieht hinauf, darunter drückt hinunter.</translation>
    </message>
    <message>
        <source>GRPO with its own estimate of the KL to the reference policy on the logged rows.</source>
        <translation>GRPO mit einer eigenen Schätzung der KL zur Referenz-Policy auf den protokollierten Zeilen.</translation>
    </message>
    <message>
        <source>Weigh each logged reward by how much likelier the policy is to place the item first.</source>
        <translation>Jeden protokollierten Reward damit gewichten, wie viel wahrscheinlicher die Policy das Item zuoberst stellt.</translation>
    </message>
    <message>
        <source>IPS whose ratio counts at most c: less variance, some bias, and rows above the cap stop pulling.</source>
        <translation>IPS, dessen Ratio höchstens c zählt: weniger Varianz, etwas Verzerrung, und Zeilen über der Grenze ziehen nicht mehr.</translation>
    </message>
    <message>
        <source>How far the policy has moved from the reference, over all candidates of a slate.</source>
        <translation>Wie weit sich die Policy von der Referenz entfernt hat, über alle Kandidaten einer Slate.</translation>
    </message>
    <message>
        <source>Punishes giving up what the reference would still place first.</source>
        <translation>Bestraft es, aufzugeben, was die Referenz noch zuoberst stellen würde.</translation>
    </message>
    <message>
        <source>The Plackett–Luce likelihood of each slate sorted by its logged rewards.</source>
        <translation>Die Plackett–Luce-Likelihood jeder Slate, nach ihren protokollierten Rewards geordnet.</translation>
    </message>
    <message>
        <source>Imitate the logging policy: the Plackett–Luce likelihood of the lists as they were shown.</source>
        <translation>Die Logging-Policy nachahmen: die Plackett–Luce-Likelihood der Listen, wie sie gezeigt wurden.</translation>
    </message>
    <message>
        <source>Capped IPS plus a penalty on its own standard error: prefer policies whose value the log can tell.</source>
        <translation>Capped IPS und eine Strafe auf den eigenen Standardfehler: Policies bevorzugen, deren Wert das Protokoll kennen kann.</translation>
    </message>
    <message>
        <source>As IPS, but a row stops pulling once its ratio has left the trust region.</source>
        <translation>Wie IPS, doch eine Zeile zieht nicht mehr, sobald ihre Ratio den Vertrauensbereich verlassen hat.</translation>
    </message>
    <message>
        <source>PPO clip that also bounds the loss of bad items whose ratio has exploded.</source>
        <translation>PPO clip, das auch den Verlust schlechter Items begrenzt, deren Ratio explodiert ist.</translation>
    </message>
    <message>
        <source>Make logged items likelier in proportion to their reward, as if the policy itself had drawn them.</source>
        <translation>Protokollierte Items im Verhältnis zu ihrem Reward wahrscheinlicher machen, als hätte die Policy selbst sie gezogen.</translation>
    </message>
    <message>
        <source>REINFORCE on rewards compared with the mean of the group&apos;s other rows.</source>
        <translation>REINFORCE auf Rewards, die mit dem Mittel der übrigen Zeilen der Gruppe verglichen werden.</translation>
    </message>
    <message>
        <source>A soft trust region: the further the ratio lies from 1, the gentler a row pulls, never quite silent.</source>
        <translation>Ein weicher Vertrauensbereich: Je weiter die Ratio von 1 liegt, desto sanfter zieht eine Zeile, ohne ganz zu verstummen.</translation>
    </message>
    <message>
        <source>IPS divided by the batch&apos;s mean ratio: no policy can win by making all logged items unlikely or likely at once.</source>
        <translation>IPS, geteilt durch die mittlere Ratio des Batches: Keine Policy kann gewinnen, indem sie alle protokollierten Items zugleich unwahrscheinlich oder wahrscheinlich macht.</translation>
    </message>
    <message>
        <source>A policy gradient whose weight is the ratio, capped: every row keeps pulling, none more than c.</source>
        <translation>Ein Policy-Gradient, dessen Gewicht die begrenzte Ratio ist: Jede Zeile zieht weiter, keine stärker als c.</translation>
    </message>
    <message>
        <source>Truncated importance sampling that stops pushing an item once it is likely to be among the K shown.</source>
        <translation>Truncated importance sampling, das ein Item nicht weiter anschiebt, sobald es wahrscheinlich unter den K gezeigten ist.</translation>
    </message>
    <message>
        <source>A policy gradient whose weight rises and falls with the ratio like a gamma density: rows far from 1 on either side fade.</source>
        <translation>Ein Policy-Gradient, dessen Gewicht mit der Ratio steigt und fällt wie eine Gammadichte: Zeilen weit von 1, auf beiden Seiten, verblassen.</translation>
    </message>
    <message>
        <source>Baseline λ</source>
        <translation>Grundwert λ</translation>
    </message>
    <message>
        <source>Near the logging policy&apos;s mean reward it takes most variance away.</source>
        <translation>Nahe dem mittleren Reward der Logging-Policy nimmt er die meiste Varianz weg.</translation>
    </message>
    <message>
        <source>Lower clip ε_low</source>
        <translation>Untere Grenze ε_low</translation>
    </message>
    <message>
        <source>Upper clip ε_high</source>
        <translation>Obere Grenze ε_high</translation>
    </message>
    <message>
        <source>The weight is at least 1 − ε_low; at 1 there is no lower bound.</source>
        <translation>Das Gewicht ist mindestens 1 − ε_low; bei 1 gibt es keine untere Grenze.</translation>
    </message>
    <message>
        <source>The weight is at most 1 + ε_high.</source>
        <translation>Das Gewicht ist höchstens 1 + ε_high.</translation>
    </message>
    <message>
        <source>Clip half-width ε</source>
        <translation>Halbe Breite ε</translation>
    </message>
    <message>
        <source>The ratio stops earning once it leaves [1 − ε, 1 + ε] in the direction of the advantage.</source>
        <translation>Die Ratio bringt nichts mehr ein, sobald sie [1 − ε, 1 + ε] in Richtung des Advantage verlässt.</translation>
    </message>
    <message>
        <source>Room downwards ε_low</source>
        <translation>Spielraum unten ε_low</translation>
    </message>
    <message>
        <source>Room upwards ε_high</source>
        <translation>Spielraum oben ε_high</translation>
    </message>
    <message>
        <source>The ratio stops falling at 1 − ε_low.</source>
        <translation>Die Ratio fällt nicht unter 1 − ε_low.</translation>
    </message>
    <message>
        <source>The ratio stops earning at 1 + ε_high.</source>
        <translation>Die Ratio bringt ab 1 + ε_high nichts mehr ein.</translation>
    </message>
    <message>
        <source>Early clip δ</source>
        <translation>Frühe Grenze δ</translation>
    </message>
    <message>
        <source>How far above 1 + ε a ratio may lie before it is pulled back.</source>
        <translation>Wie weit eine Ratio über 1 + ε liegen darf, bevor sie zurückgeholt wird.</translation>
    </message>
    <message>
        <source>k3 weight</source>
        <translation>Gewicht von k3</translation>
    </message>
    <message>
        <source>How strongly each row is held near the reference policy.</source>
        <translation>Wie stark jede Zeile bei der Referenz-Policy gehalten wird.</translation>
    </message>
    <message>
        <source>Weight cap M</source>
        <translation>Obergrenze M</translation>
    </message>
    <message>
        <source>Variance weight λ</source>
        <translation>Varianzgewicht λ</translation>
    </message>
    <message>
        <source>Weight cap c</source>
        <translation>Obergrenze c</translation>
    </message>
    <message>
        <source>Ratios above it count as it.</source>
        <translation>Größere Ratios zählen als sie.</translation>
    </message>
    <message>
        <source>How many standard errors are taken off the estimate.</source>
        <translation>Wie viele Standardfehler von der Schätzung abgezogen werden.</translation>
    </message>
    <message>
        <source>Bound for A &lt; 0, c</source>
        <translation>Grenze für A &lt; 0, c</translation>
    </message>
    <message>
        <source>The ratio beyond which a bad item stops pushing.</source>
        <translation>Die Ratio, ab der ein schlechtes Item nicht mehr drückt.</translation>
    </message>
    <message>
        <source>Sharpness for A &gt; 0, τ₊</source>
        <translation>Schärfe für A &gt; 0, τ₊</translation>
    </message>
    <message>
        <source>Sharpness for A &lt; 0, τ₋</source>
        <translation>Schärfe für A &lt; 0, τ₋</translation>
    </message>
    <message>
        <source>How quickly good rows quieten away from ρ = 1.</source>
        <translation>Wie schnell gute Zeilen abseits von ρ = 1 leiser werden.</translation>
    </message>
    <message>
        <source>How quickly bad rows quieten away from ρ = 1.</source>
        <translation>Wie schnell schlechte Zeilen abseits von ρ = 1 leiser werden.</translation>
    </message>
    <message>
        <source>Shown places K</source>
        <translation>Gezeigte Plätze K</translation>
    </message>
    <message>
        <source>How many items the slate shows; 1 is truncated importance sampling.</source>
        <translation>Wie viele Items die Slate zeigt; 1 ist truncated importance sampling.</translation>
    </message>
    <message>
        <source>Shape for A ≥ 0, k₊</source>
        <translation>Form für A ≥ 0, k₊</translation>
    </message>
    <message>
        <source>Decay for A ≥ 0, λ₊</source>
        <translation>Abfall für A ≥ 0, λ₊</translation>
    </message>
    <message>
        <source>Shape for A &lt; 0, k₋</source>
        <translation>Form für A &lt; 0, k₋</translation>
    </message>
    <message>
        <source>Decay for A &lt; 0, λ₋</source>
        <translation>Abfall für A &lt; 0, λ₋</translation>
    </message>
    <message>
        <source>How steeply the weight of good rows rises from ρ = 0.</source>
        <translation>Wie steil das Gewicht guter Zeilen ab ρ = 0 steigt.</translation>
    </message>
    <message>
        <source>How quickly the weight of good rows fades at large ratios.</source>
        <translation>Wie schnell das Gewicht guter Zeilen bei großen Ratios schwindet.</translation>
    </message>
    <message>
        <source>How steeply the weight of bad rows rises from ρ = 0.</source>
        <translation>Wie steil das Gewicht schlechter Zeilen ab ρ = 0 steigt.</translation>
    </message>
    <message>
        <source>How quickly the weight of bad rows fades at large ratios.</source>
        <translation>Wie schnell das Gewicht schlechter Zeilen bei großen Ratios schwindet.</translation>
    </message>
    <message>
        <source>Unbiased; a few large ratios may decide.</source>
        <translation>Erwartungstreu; wenige große Ratios können entscheiden.</translation>
    </message>
    <message>
        <source>Ratios above M count as M: less variance, biased low for positive rewards.</source>
        <translation>Ratios über M zählen als M: weniger Varianz, bei positiven Rewards nach unten verzerrt.</translation>
    </message>
    <message>
        <source>Divides by the mean ratio: bounded by the rewards seen, unbiased for many rows.</source>
        <translation>Teilt durch die mittlere Ratio: beschränkt durch die gesehenen Rewards, erwartungstreu bei vielen Zeilen.</translation>
    </message>
    <message>
        <source>Believes the reward model: no variance from ratios, all of the model&apos;s bias.</source>
        <translation>Glaubt dem Reward-Modell: keine Varianz durch Ratios, dafür die ganze Verzerrung des Modells.</translation>
    </message>
    <message>
        <source>Right if either the propensities or the reward model are.</source>
        <translation>Richtig, wenn die Propensities oder das Reward-Modell es sind.</translation>
    </message>
    <message>
        <source>DR whose correction is divided by the mean ratio.</source>
        <translation>DR, dessen Berichtigung durch die mittlere Ratio geteilt wird.</translation>
    </message>
    <message>
        <source>DR where ratios are small, the reward model where they are large.</source>
        <translation>DR, wo Ratios klein sind; das Reward-Modell, wo sie groß sind.</translation>
    </message>
    <message>
        <source>DR with ratios shrunk the more the larger they are.</source>
        <translation>DR mit Ratios, die umso mehr geschrumpft werden, je größer sie sind.</translation>
    </message>
    <message>
        <source>Ratios bent so that the error is sub-Gaussian.</source>
        <translation>Ratios so gebogen, dass der Fehler sub-Gaußsch ist.</translation>
    </message>
    <message>
        <source>DR with ratios bent so that the error is sub-Gaussian.</source>
        <translation>DR mit Ratios, die so gebogen sind, dass der Fehler sub-Gaußsch ist.</translation>
    </message>
    <message>
        <source>IPS with the baseline β = Cov(w r, w)/Var(w) that makes its variance least.</source>
        <translation>IPS mit dem Grundwert β = Cov(w r, w)/Var(w), der die Varianz am kleinsten macht.</translation>
    </message>
    <message>
        <source>Ratios from a classifier that tells the policy&apos;s choices from the logged ones: usable without propensities, only as good as the classifier.</source>
        <translation>Ratios aus einem Klassifikator, der die Wahl der Policy von der protokollierten unterscheidet: ohne Propensities brauchbar, nur so gut wie der Klassifikator.</translation>
    </message>
    <message>
        <source>Ratios of categories instead of items: unbiased if the item matters only through its category.</source>
        <translation>Ratios von Kategorien statt Items: erwartungstreu, wenn das Item nur durch seine Kategorie zählt.</translation>
    </message>
    <message>
        <source>What the policy&apos;s whole ranking would earn a place, by the Plackett–Luce chance of the item at the place where it was shown.</source>
        <translation>Was die ganze Rangfolge der Policy je Platz einbrächte, nach der Plackett–Luce-Wahrscheinlichkeit des Items an dem Platz, an dem es gezeigt wurde.</translation>
    </message>
    <message>
        <source>The order of the scores against what users did with the shown candidates; slates without a positive gain are left out, equal scores count as every order of theirs.</source>
        <translation>Die Reihenfolge der Scores, verglichen mit dem, was Nutzer mit den gezeigten Kandidaten taten; Slates ohne positiven Gewinn bleiben weg, gleiche Scores zählen als jede ihrer Reihenfolgen.</translation>
    </message>
    <message>
        <source>Where the scores put an item that earned: slates whose shown item had a positive gain, weighted by one over its propensity.</source>
        <translation>Wohin die Scores ein Item stellen, das etwas einbrachte: Slates, deren gezeigtes Item einen positiven Gewinn hatte, gewichtet mit dem Kehrwert seiner Propensity.</translation>
    </message>
    <message>
        <source>Where the scores put the shown item when it earned; not every row states a propensity, so items that the logging policy preferred count more.</source>
        <translation>Wohin die Scores das gezeigte Item stellen, wenn es etwas einbrachte; nicht jede Zeile gibt eine Propensity an, daher zählen von der Logging-Policy bevorzugte Items mehr.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no policy; it may be uniform, logging, supervised, run NAME, policy NAME or file PATH.</source>
        <translation>„%1“ nennt keine Policy; möglich sind uniform, logging, supervised, run NAME, policy NAME oder file PFAD.</translation>
    </message>
    <message>
        <source>%1 scores no slate of the dataset.</source>
        <translation>%1 bewertet keine Slate des Datensatzes.</translation>
    </message>
    <message>
        <source>%1 was changed while it was read. Try again when whoever writes it has finished.</source>
        <translation>%1 wurde geändert, während die Datei gelesen wurde. Noch einmal versuchen, wenn das Schreiben beendet ist.</translation>
    </message>
    <message>
        <source>The policy &quot;%1&quot; was made for other slates than those of the dataset &quot;%2&quot;; it cannot be judged.</source>
        <translation>Die Policy „%1“ wurde für andere Slates als die des Datensatzes „%2“ gemacht; sie kann nicht beurteilt werden.</translation>
    </message>
    <message>
        <source>The policy &quot;%1&quot; has no scores for slate &quot;%2&quot;: it scores %3 of the %4 slates. Judge it on others, or import a file that scores all.</source>
        <translation>Die Policy „%1“ hat keine Bewertungen für die Slate „%2“: Sie bewertet %3 der %4 Slates. Auf anderen beurteilen oder eine Datei importieren, die alle bewertet.</translation>
    </message>
    <message>
        <source>AUC, log loss and calibration error are of p times the probability that the item&apos;s place is looked at, as the log states it; p itself is of an item that is looked at.</source>
        <translation>AUC, Log-Loss und Kalibrierungsfehler sind die von p mal der Wahrscheinlichkeit, dass der Platz des Items angesehen wird, wie das Log sie angibt; p selbst gilt für ein angesehenes Item.</translation>
    </message>
    <message>
        <source>%1 explains a whole list, so it has no curve over the ratio of one row.</source>
        <translation>%1 erklärt eine ganze Liste; eine Kurve über der Ratio einer einzelnen Zeile gibt es daher nicht.</translation>
    </message>
    <message>
        <source>%1 sums over all candidates of a slate, logged or not, so it has no curve over the ratio of a row.</source>
        <translation>%1 summiert über alle Kandidaten einer Slate, ob protokolliert oder nicht; eine Kurve über der Ratio einer Zeile gibt es daher nicht.</translation>
    </message>
    <message>
        <source>%1 depends on the whole batch: what a row loses hangs on the other rows too, so it has no curve of its own.</source>
        <translation>%1 hängt vom ganzen Batch ab: Der Verlust einer Zeile richtet sich auch nach den anderen Zeilen, eine eigene Kurve hat sie daher nicht.</translation>
    </message>
    <message>
        <source>Of %1 only the term of a logged row is drawn, for a modelled reward q of 0; it has another for every candidate.</source>
        <translation>Von %1 ist nur der Term einer protokollierten Zeile gezeichnet, für einen modellierten Reward q von 0; für jeden Kandidaten gibt es einen weiteren.</translation>
    </message>
    <message>
        <source>Of %1 only the term of a logged row is drawn; it has another for every candidate.</source>
        <translation>Von %1 ist nur der Term einer protokollierten Zeile gezeichnet; für jeden Kandidaten gibt es einen weiteren.</translation>
    </message>
    <message>
        <source>Article rows weigh every row by itself, so that a slate&apos;s reward model has no place.</source>
        <translation>Zeilen „article“ gewichten jede Zeile für sich, daher ist für das Reward-Modell einer Slate kein Platz.</translation>
    </message>
    <message>
        <source>The policy&apos;s probability of some candidates is not known, so that a reward model cannot be averaged over it.</source>
        <translation>Die Wahrscheinlichkeit einiger Kandidaten unter der Policy ist nicht bekannt, daher lässt sich kein Reward-Modell über sie mitteln.</translation>
    </message>
    <message>
        <source>Only drawn rows are weighted by π/π_β of one drawn item.</source>
        <translation>Nur gezogene Zeilen werden mit π/π_β eines gezogenen Items gewichtet.</translation>
    </message>
    <message>
        <source>The log states no category of the items.</source>
        <translation>Das Protokoll nennt keine Kategorie der Items.</translation>
    </message>
    <message>
        <source>The log states no propensities.</source>
        <translation>Das Protokoll nennt keine Propensities.</translation>
    </message>
    <message>
        <source>The log states the propensity of the chosen item only, and it hangs on the context, so that the logging policy&apos;s probability of the other items is not known.</source>
        <translation>Das Protokoll nennt nur die Propensity des gewählten Items, und sie hängt vom Kontext ab; die Wahrscheinlichkeit der anderen Items unter der Logging-Policy ist daher nicht bekannt.</translation>
    </message>
    <message>
        <source>Not every item was logged, or the logged propensities do not sum to 1, so that the logging policy&apos;s probability of every item is not known.</source>
        <translation>Nicht jedes Item wurde protokolliert, oder die protokollierten Propensities ergeben nicht die Summe 1; die Wahrscheinlichkeit jedes Items unter der Logging-Policy ist daher nicht bekannt.</translation>
    </message>
    <message>
        <source>The probability of some candidates is not known, of the logging policy or of this one.</source>
        <translation>Die Wahrscheinlichkeit einiger Kandidaten ist nicht bekannt, unter der Logging-Policy oder unter dieser.</translation>
    </message>
    <message>
        <source>In a slate log every drawn row stands at the first place.</source>
        <translation>In einem Slate-Protokoll steht jede gezogene Zeile am ersten Platz.</translation>
    </message>
    <message>
        <source>The log does not state at which place an item was shown.</source>
        <translation>Das Protokoll nennt nicht, an welchem Platz ein Item gezeigt wurde.</translation>
    </message>
    <message>
        <source>Some rows do not state their place.</source>
        <translation>Einige Zeilen nennen ihren Platz nicht.</translation>
    </message>
    <message>
        <source>The policy&apos;s probability of some candidates is not known.</source>
        <translation>Die Wahrscheinlichkeit einiger Kandidaten unter der Policy ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Only drawn rows are choices that a classifier can tell apart.</source>
        <translation>Nur gezogene Zeilen sind Wahlen, die ein Klassifikator unterscheiden kann.</translation>
    </message>
    <message>
        <source>There are too few rows to fit a classifier.</source>
        <translation>Es sind zu wenige Zeilen, um einen Klassifikator anzupassen.</translation>
    </message>
    <message>
        <source>A bandit log shows the actions of one item only, so the value of a whole slate cannot be told from it; it needs a log of slates.</source>
        <translation>Ein Bandit-Protokoll zeigt nur die Aktionen eines einzigen Items; der Wert einer ganzen Slate lässt sich daraus nicht bestimmen, dafür braucht es ein Protokoll von Slates.</translation>
    </message>
    <message>
        <source>The experiment keeps no trail of checkpoints.</source>
        <translation>Das Experiment behält keine Spur von Checkpoints.</translation>
    </message>
    <message>
        <source>%1 of %2 slates have an item twice among their candidates (the first is slate %3): see whether the log repeats lines, slates share a key, or the time that parts a user&apos;s slates is too long.</source>
        <translation>%1 von %2 Slates haben einen Artikel zweimal unter ihren Kandidaten (die erste ist die Slate %3): Prüfen Sie, ob das Protokoll Zeilen wiederholt, Slates einen Schlüssel teilen oder die Zeit, die die Slates eines Nutzers trennt, zu lang ist.</translation>
    </message>
</context>
</TS>
