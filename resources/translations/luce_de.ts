<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ExperimentChange</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Names and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>rows of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrailWorker</name>
    <message>
        <source>This run has no trail of checkpoints to replay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop</name>
    <message>
        <source>Clipped share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with a ratio beyond a clip bound. When most are: lower the learning rate, raise the KL weight or widen the clip. Observed rows (ρ = π) mostly lie low from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How ρ spreads over the rows. When the top runs away from the median, few rows rule the gradient: clip, raise the KL weight or lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective sample size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many equally weighted rows a batch is worth, as a share of its rows. Below about 0.1 few rows decide: raise the KL weight, clip, or enlarge the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective sample size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL and entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance from the reference and, where the log states propensities, from the logging policy. When KL climbs or entropy nears 0, raise the KL weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL to reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL to logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean and spread in a batch. A spread near 0 teaches nothing: check the reward weights. A mean far from 0 pulls all items alike: choose a scheme with groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advantage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm before clipping, and slates that teach nothing (advantages all 0, or all clipped). When the norm jumps, lower the learning rate; when most are silent, widen the clip or group by batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slates without gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimiser&apos;s learning rate, in warm-up and in alignment. When losses jump, lower it; when nothing moves, raise it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place at which it was shown; – is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place by the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many places it rises (▲) or falls (▼) from where it was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted probability of the action %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score: Σ weight · p(task)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>π_θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the first place under the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>π_β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the first place when the log was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance ratio: what the row weighs in estimates; bars on a log scale around 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantage of the row under the scheme: its reward seen against its group. Where training compares rows over a batch, rows from all over the log stand for the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward: Σ reward weight · action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the user did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature of the candidate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format says itself what its columns mean; there is nothing to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be tried before the problems listed are mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 lines tried: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines tried: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound slate among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over a catalogue of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of a single candidate, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 candidates, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; about %1 slates in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 among those tried. Importing the sound slates leaves out the whole slate of each faulty line, since a slate that lacks a candidate would be another slate: %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind: %1 sounds like something measured after the slate was shown. As a feature it gives labels away; ignore it, or make it a task with a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NDCG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at first place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at first place, SNIPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (less is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward at first place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward at first place, SNIPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward of the best-scored candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the item that the policy places first earns the action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks&apos; outcomes times the reward weights, as they were when the sweep began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reward of the best-scored candidate alone, whatever the temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the order by score agrees with the rewards that were logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many equally weighted rows the weighted ones are worth: few mean a vague estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward − before: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::AboutDialog</name>
    <message>
        <source>&lt;p&gt;A laboratory for reward-aligned ranking: the ranker is a policy, logged rewards are weighed by importance ratios, and the estimator is trained for the value that the list is sorted by.&lt;/p&gt;&lt;table cellspacing=4&gt;&lt;tr&gt;&lt;td&gt;Luce&lt;/td&gt;&lt;td&gt;%1&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Qt&lt;/td&gt;&lt;td&gt;%2&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;SQLite&lt;/td&gt;&lt;td&gt;%3&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;LibTorch&lt;/td&gt;&lt;td&gt;%4&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Compiler&lt;/td&gt;&lt;td&gt;%5&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Luce is free software: you can redistribute it and modify it under the terms of the &lt;a href=&apos;https://www.gnu.org/licenses/gpl-3.0.html&apos;&gt;GNU General Public License&lt;/a&gt;, version 3 or any later one. It comes without any warranty.&lt;/p&gt;&lt;p&gt;It stands on the work of others:&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Luce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;Luce %1&lt;/h2&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Luce is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licences of Luce and of all that it is built with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Luce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::BrowsePage</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which slates to list, as an expression over the columns: =, &lt;&gt;, &lt;, &gt;=, AND, OR, NOT, IN, LIKE, IS NULL. Texts go in single quotes. Enter searches, an empty line lists all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a key or #number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of a slate, or # and its number; Enter shows it in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search; the list stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All slates of the log that meet the condition. A double click opens the candidates of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates of the slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidates of the slate as they were logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1 of %2 candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate %1 (number %2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching the slate: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slate has the key or number &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied %L1 slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition, such as %1 &gt; 0 AND item = &apos;a&apos;; Enter searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2 slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the first %1 % searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate %L1 does not meet the condition; its candidates are shown below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %L1 slates are selected; select fewer to copy them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied %L1 candidates.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::CandidateModel</name>
    <message>
        <source>not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::CatalogueDialog</name>
    <message>
        <source>Add an item of the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the item&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %L1 of %L2 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::CategoryFeatureRow</name>
    <message>
        <source>(missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the log, the most frequent first. Another text may be typed; one that the log does not have is new to the estimator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the value in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged value of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ClicksBox</name>
    <message>
        <source>A place is looked at with probability 1/place^bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often people click on what is not relevant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the logging policy: small is decisive, large is random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates shown in a slate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has grades of relevance and no clicks: a logging policy ranks, and people click on what they see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ClipCurveChart</name>
    <message>
        <source>compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over ρ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficient ∂loss/∂log π over ρ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a second scheme, dashed, with its standard parameters. A scheme of the same family shares the parameters that both have; the chosen scheme itself is drawn as standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ of the batch at step %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ of the held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 % beyond the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>π_β = %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The curves are those of one row: its logging probability is fixed, the policy&apos;s is ρ times that, advantage and reward are 1 or −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>━ %1 &gt; 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>━ %1 &lt; 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>┇ clip %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>┅ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, coefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = −1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which columns the table has: features of the candidates, predicted probabilities, policies, importance ratio, advantage and reward. The choice is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ColumnDetails</name>
    <message>
        <source>Role of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(row number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1, missing %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1, from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of a command, or its initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds every command of the window: type some of its letters in their order, choose with the arrows, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ComparisonChart</name>
    <message>
        <source>Held-out reward by scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each scheme earns on the test slates appears here as its runs finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward, SNIPS on test slates; 95 % over seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one seed: no interval yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · logging policy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ComparisonDialog</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alignment: as many epochs, all of them supervised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemes to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipping schemes to train the experiment under.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all schemes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one run after another, each scheme with each seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after the step in progress; finished runs stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the result into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each scheme is trained with so many seeds: other initial weights, another order of slates. At least 3 give an interval worth looking at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;chemes; differences are to the first one chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out reward of each scheme over its seeds, with intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out reward by scheme: dots are seeds, bars their mean with its 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a log first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training goes on; a comparison can start when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs on %2, with the experiment as it is set when you start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1 of %2 · %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs finished, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ComparisonModel</name>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SNIPS on the test slates: mean over the seeds ± half its 95 % interval (Student&apos;s t). The interval is what chance in training does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each seed&apos;s run against the first scheme&apos;s run of the same seed: mean ± half its 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far another log of this size might have moved the estimate: 95 % bootstrap over the test slates, mean of the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective sample size of the estimate, mean of the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time, mean of the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that finished; those that failed say why in their row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ContributionChart</name>
    <message>
        <source>Contributions to the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each task adds to the score of the chosen candidate, weight times probability, before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight · p(task)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 highest of %2 candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: p = %2 contributes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score s = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::CorrelationModel</name>
    <message>
        <source>One of %1 and %2 never changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of %1 and %2 over the logged rows: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::DataPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::DiagnosticsChart</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to see this; what concerns the policy begins with alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::EstimateChart</name>
    <message>
        <source>What the policy would earn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The estimates of the policy&apos;s reward appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reward of the policy by every estimator with its 95 % interval, beside the logging policy and the compared one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward a slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows of %2 slates, 95 % %3 intervals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::EstimateModel</name>
    <message>
        <source>logging policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the logging policy itself earned on the same slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Not available: %1&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Trades bias for variance: its interval does not tell of the bias.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empirical Bernstein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 chosen by %2&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Better in %1 % of the resamples&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In italics: estimators that trade bias for variance, whose intervals do not tell of the bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %, paired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::EstimatePanel</name>
    <message>
        <source>Train, or open a run, to estimate what its policy would earn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SNIPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped IPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 rows of %2 held-out slates, effective %3; largest ratio %4, the largest 1 % carry %5 % of all weight; 95 % intervals.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 rows: %2&lt;/p&gt;&lt;p&gt;Propensity rule %3: %4&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;div&gt;%1: AUC %2, log loss %3, calibration error %4&lt;/div&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::EvaluationPage</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking and calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which slates the policy is judged. It never learned from either part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which logged pairs of slate and item enter the estimates, and with what weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the policy as it stands under the sliders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped and sliders were moved by these: their numbers are a little too good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which 95 % intervals are drawn. Bootstrap: percentiles of resampled slates. Normal: the standard error. Bernstein: holds without assumptions, so wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLOPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How clipping, switching and shrinking parameters are chosen from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another policy on the same slates: the difference is paired, which is far surer than two separate intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parameters by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates of the policy&apos;s reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in numbers, with the parameters that were chosen and the difference to the compared policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which category of the slate or the user to divide the slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Segments by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its supervised start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run can be evaluated once its training has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to evaluate its policy on slates that it never learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;No reason was found to distrust these numbers.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Effective sample size &lt;b&gt;%1&lt;/b&gt; of %2 rows, mean ratio %3, largest %4; the largest 1 % of the ratios carry %5 % of all weight.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Support: %1 candidates, with %2 % of the policy&apos;s probability, of which no row tells what they earn.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1 rows&lt;/b&gt;: %2&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Propensity rule %1&lt;/b&gt;: %2&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 slates, %2 of them without a positive reward and left out; ± is a 95 % interval over slates.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Reward of the first %1 places&lt;/b&gt;, weighted by 1/place&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;ranking drawn (Plackett–Luce)&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%2&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;ranking by score&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%3&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;as logged&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%4&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td&gt;%1&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%2 %&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%3&lt;/td&gt;&lt;td align=&apos;right&apos;&gt;%4&lt;/td&gt;&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;First places over %1 items&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;coverage&lt;/td&gt;&lt;td&gt;Gini&lt;/td&gt;&lt;td&gt;effective items&lt;/td&gt;&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn from π</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Entropy %1 nats, KL from the supervised start %2&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Prediction by task&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=&apos;6&apos;&gt;&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;rate&lt;/td&gt;&lt;td&gt;predicted&lt;/td&gt;&lt;td&gt;AUC&lt;/td&gt;&lt;td&gt;log loss&lt;/td&gt;&lt;td&gt;Brier&lt;/td&gt;&lt;td&gt;calibration error&lt;/td&gt;&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy&apos;s reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SNIPS of the policy on the segment&apos;s slates, with its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::EvaluationWorker</name>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the reward model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ExportDialog</name>
    <message>
        <source>&amp;Model as TorchScript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Predictions as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript (*.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features in, score and task probabilities out; normalisation and value weights are inside. Python opens it with torch.jit.load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line a candidate: task probabilities, score, policy, logging policy, ratio, reward, under the sliders as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::FeatureEditor</name>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::FeatureModel</name>
    <message>
        <source>slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slate and item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very many values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most frequent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, or a text or id as a category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has one value: the slate, the candidate, the item, or slate and item together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of values that are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers: 32 bins from the smallest to the largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest correlation with a task&apos;s labels, and that task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different values a category has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::HeldOutChart</name>
    <message>
        <source>Held-out reward estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to see what the policy would earn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logging policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward, SNIPS, 95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1: %2 · logging %3 · effective rows %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::HistogramChart</name>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ImportanceModel</name>
    <message>
        <source>Without %1 the ranking loses %2 of its NDCG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share by NDCG gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share by regret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slider&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence: how much of its NDCG the ranking by all weights loses when this task&apos;s weight is zero, as a share of all such losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service: how near the ranking comes to the one by this task alone, as a share of all. A task may be served well without influence, by resembling another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the ranking stays behind the task&apos;s own: 0 = as good, 1 = no better than chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share by NDCG gap that Solve is to find weights for, in percent. 0: weight zero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ImportancePage</name>
    <message>
        <source>Train, or open a run, to see how much each task decides in its ranking of the held-out slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;cale to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Solve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use the nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each task decides when the sliders&apos; weights rank the held-out slates. By NDCG gap: its influence, what the ranking loses without it. By regret: how well it is served, however that comes. Write the shares by NDCG gap that you want; Solve finds weights for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance of the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each task decides the ranking, by NDCG gap and by regret, and the shares that you want. Type into the last column, then Solve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same share for each task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present shares by NDCG gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the wanted shares&apos; ratios and make their sum 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find weights with the wanted shares and set the sliders to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the sliders to the weights that came nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights nearest to the wanted shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of solving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search for weights; the sliders stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found after %1 rankings; the largest miss is %2 percentage points. The sliders are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights for wanted shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached in %1 rankings. %2 The sliders stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve needs shares that add up to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::LabelList</name>
    <message>
        <source>No column has the role “task” yet: give it to the columns that say what people did.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::LogOpener</name>
    <message>
        <source>The log could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A log of this name was opened before. &lt;a href=&apos;open&apos;&gt;Open its workspace&lt;/a&gt; with all runs, or import the log anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This log is in the workspace already: &lt;a href=&apos;open&apos;&gt;open the dataset %1&lt;/a&gt;, or import it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1, %2 faulty; the slate of a faulty line is left out as a whole. Everything else was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 were</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::LoggingModelBox</name>
    <message>
        <source>The logging policy is π_β = softmax(Σ weight · p / temperature) over a slate&apos;s candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::LossChart</name>
    <message>
        <source>Losses, KL and entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to see its losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL (right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy (right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BCE %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · KL %1 · entropy %2 nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy on a slate, its ratios, and training live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log itself: counts, warnings, tasks, features, all slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the policy would earn by every estimator, and how far to believe it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value weights without training: sweeps and importance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slate of the log, changed, and what the policy says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logged slates of the dataset: choose a part and a slate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs of the workspace with their results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the policy under the sliders would earn on held-out slates, and how far to trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value weights, objective and training: what the next run will do, and what the charts show of the opened one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change of a setting, oldest first. Click on one to go back to how things were then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that wait, in their order, how far the one that trains has come, and what became of those before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the next run; empty = the one that is shown in grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is as it was at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample log could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a log or a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs and workspaces (*.csv *.tsv *.txt *.gz *.zst *.xz *.bz2 *.zip *.tar *.luce *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with the files of one log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (read only) – Luce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 slates, %L3 candidates, %L4 items, propensities for %L5 of %L6 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training and quit? The run keeps its best weights so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs wait in the queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::NumberFeatureRow</name>
    <message>
        <source>Missing in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slider spans the values of the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: as if the log did not tell it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ObjectiveControls</name>
    <message>
        <source>raw reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward − group mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(reward − mean) / spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward − mean of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward weight λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much alignment listens to the scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL weight β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the policy is held near the supervised one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy weight η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the policy is rewarded for staying undecided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BCE weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the probabilities stay fitted to the logged actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the log supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scheme&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a row&apos;s reward is compared with before it pushes or pulls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the distance from the supervised policy is measured; the KL weight multiplies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice on the objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No propensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advantage group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held near by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>propensity rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advantage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advantage group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulariser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows share a mean when the scheme compares rewards. A bandit log has one row a slate, whose advantage within its slate would always be 0, so there the batch is the group, or those rows of it whose context has the same value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not compare rewards, so there is no group to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch, by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::OpenLogDialog</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the s&amp;ound slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a log: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a problem to see its column and line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and their labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logging model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files beside that describe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save schema…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load schema…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to &amp;guesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes what the columns mean, for luce-cli import --schema and for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faulty lines are left out together with the whole slate they belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 problems, the first %2 of them listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the s&amp;ound slates (leave out 1 faulty line…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the s&amp;ound slates (leave out %L1 faulty lines…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemas (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::OverviewPage</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the counting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count slates, propensities, tasks and features of the whole log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propensities π_β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log states no propensities: choose a rule for them under Experiment, which every estimate will then rest on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>π_β, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has no slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates of a slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each action happened over the logged rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the actions go together over the logged rows: 1 = always, 0 = unrelated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tasks go together (correlation of labels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges of numbers, kinds of categories, and how much is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 candidates, each with its actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 slates, each with one shown item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>propensities for %1 of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 · mean 1/π_β %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for %L1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · uniform logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %L1 rows very small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every slate has %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 to %L2, half of the slates up to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has no features.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ParetoChart</name>
    <message>
        <source>Settings by two outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run: settings are tried on what its estimator predicts for the held-out slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting by two outcomes. The line joins those that no other one beats in both: the Pareto front. Click on one to choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beaten by the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sliders now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right choose the next point, Enter uses its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings, %2 on the front · %3 rows of %4 held-out slates · bars: 95 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::PinCard</name>
    <message>
        <source>Pinned slate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate %1. Bars: π_θ, likeliest first, in %2 where a reward was logged; marks: π_β. Click to show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slate kept in view while training goes on and sliders move. Click or Enter shows it, the cross or Delete takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin slate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first: π %1, r %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::PinStrip</name>
    <message>
        <source>&amp;Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the shown slate in view (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins the shown slate to the strip of cards, which follow training and sliders. Pinned slates are remembered with the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned slates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::PresetDialog</name>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved weightings and experiments. Edit a name (F2) to rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightings and experiments to apply or to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets set the sliders at once: value weights and temperature, or a whole experiment. What is applied can be undone. They are kept for every log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action is worth 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rarity (1/mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rarer an action is in the log, the more it is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save weights and temperature…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” weighs none of this log&apos;s actions; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset could not be applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the preset “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the preset “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::PreviewTable</name>
    <message>
        <source>Line in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First records of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a column&apos;s role with a click on it, with the right mouse button, or with the space bar; several columns at once when several are selected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProblemDialog</name>
    <message>
        <source>Co&amp;py all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing is wrong; nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 things are wrong; nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound slates can be imported without the rest: a slate with a faulty line is left out as a whole, since a slate that lacks a candidate would be another slate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the &amp;sound slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;mapping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProblemModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProblemTable</name>
    <message>
        <source>Problems of the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ProgressStrip</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends what goes on; nothing is changed by what was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · step %L2 of %L3 · %4 · %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::QueueModel</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the dataset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 on %3, %4 supervised and %5 aligned epochs, seed %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::QueuePanel</name>
    <message>
        <source>Add to the &amp;queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the experiment as it is now after those that wait (Ctrl+Shift+Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a copy of the experiment behind the runs that wait. Sliders that are moved later do not change it. It begins by itself when nothing else trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run that is added to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the added run is called; a name that is taken gets a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are over, the one that trains, and those that wait, in the order in which they will begin. Drag a waiting one to another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run waited when this workspace was last open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs waited when this workspace was last open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the runs that waited, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the runs that waited from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the selected run before the one above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the selected run behind the one below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the selected run from the queue, or stops it if it trains; it then keeps its best weights so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties the queue and stops the run that trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the runs that are over off this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the runs that are over off this list. They stay in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin no further run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paused queue begins no run. The one that trains goes on; the toolbar pauses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept and offered again when this workspace is opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run waits in the queue; it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs wait in the queue; they are %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::RangeRow</name>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is: the slider&apos;s value, not varied.
Even: evenly spread from the lowest to the highest.
By ratio: evenly spread by ratio, for ranges over several magnitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1 is varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest value that is tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest value that is tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::RatioChart</name>
    <message>
        <source>Importance ratios ρ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to see how far the policy is from the logging policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = π/π_β, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = π, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows · effective %2 of %3 · largest ρ %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · clipped %1 % low, %2 % high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ReadOnlyBar</name>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this workspace can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workspace again, for writing if that is possible by now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ReliabilityChart</name>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to see whether what it predicts comes true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task whose predicted probabilities are compared with what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted probability against the share of actions that happened. On the diagonal the estimator means what it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bins of equal width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bins of equally many rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where most predictions are alike, bins of equally many rows show more of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen, with 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration error %1 · Brier %2 · log loss %3 · AUC %4 · %L5 rows, seen %6, predicted %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows by bin, at most %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 rows predicted between %2 and %3
predicted %4 on average
seen %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::RoleHeader</name>
    <message>
        <source>logging model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context, category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate, category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(row number)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::RunPanel</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the run &quot;%1&quot; with its metrics and weights? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on the dataset %1; choose it to open the run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ScrubBar</name>
    <message>
        <source>Kept weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes along the trail of the run and shows each step&apos;s policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights of the run are shown: its policy on the slate, its ratios and its estimate as they were at that step, with the value weights and the temperature of now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps of the trail are shown in a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the weights that the run keeps (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the policy of the weights that the run keeps again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the next run start from the weights that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the experiment so that its next run starts from the weights that are shown, with the same estimator; after warm-up, it goes on with alignment at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start from step %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the run (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %L1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · held out %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SegmentModel</name>
    <message>
        <source>What the slates or rows have in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted slates with a row in the segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged rows: candidates whose actions are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean reward a row, as logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the scores order the rewards within slates, best 1; mean over slates with a positive reward. Not known for segments of rows, nor for bandit logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean label: how often it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean prediction: how often it should have happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that a row where it happened is predicted higher than one where not; 0.5 = no better than chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of −log of the probability given to what happened, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected difference between predicted and seen shares, 15 bins of equal width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 slates with a positive reward: chance decides much of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 slates: the interval is too narrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 rows: chance decides much of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 rows where it %2: chance decides much of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NDCG@10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SegmentTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to see where it ranks well and where not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reward, by segment of the slates, under the policy and the compared one. Few rows make wide intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task whose quality of prediction is shown by segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SessionModel</name>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SessionPanel</name>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation (held out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which slates to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists only the slates whose key contains this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luce::desktop::SessionRestorer</name>
    <message>
        <source>settings as they were</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SettingsDialog</name>
    <message>
        <source>&amp;Open the last study when Luce starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark. The colours of policies, tasks and runs mean the same in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of all text, of the system&apos;s own. Large text suits a projector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window, from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise Luce begins with the start page. After a crash it offers the study in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new language appears at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget &amp;recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties the list of files that were opened. The files stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put &amp;panels back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every panel where it stood at first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ShareDelegate</name>
    <message>
        <source>Wanted share in percent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ShortcutSheet</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys, by menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom at the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom into a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy, export, series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click on the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what can be done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SideFileBox</name>
    <message>
        <source>no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by its column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SlateChart</name>
    <message>
        <source>Selected slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a slate in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy π</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logging policy π_β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of first place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy yet: press Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, logged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score s = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>π = %1, π_β = %2, ρ = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward r = %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SlateInspector</name>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidates of the shown slate. p: the estimator&apos;s probabilities; s: the score; π_θ and π_β: how likely the policy and the logging policy place the candidate first; ρ: the importance ratio; A: the advantage; r: the reward. A click on a title sorts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only candidates whose item, categories or actions contain this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only the candidates whose item, categories or actions contain the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2 candidates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SlateRuleBox</name>
    <message>
        <source>Gather lines that lie apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logging policy drew uniformly (π_β = 1/N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the slate&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by user and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by catalogue: a bandit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How lines become slates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts the lines on disk first. Without it, a slate whose lines lie apart is an error, which shows a wrong key early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause that ends a slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every line without a propensity the probability 1/N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause longer than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that name the same slate are its candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user&apos;s lines in the order of time, until a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line shows one item, whose candidates were all items of the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SliderRow</name>
    <message>
        <source>Back to the standard value, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard value of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard: %1, marked on the slider. Double-click the slider or the name to set it. Arrows step; with Shift in small steps, with Ctrl in large ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SourceBar</name>
    <message>
        <source>&amp;Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or a query: SELECT …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query in place of a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::StartControls</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold near that run&apos;s supervised policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose weights training starts from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training starts from random weights, or goes on from another run with the same estimator and features. Steps, the optimiser and the order of slates start anew. Set supervised epochs to 0 to go on with alignment at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights it keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its best weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its supervised weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights of that run training starts from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference policy is the other run&apos;s. Otherwise it is what alignment starts from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regulariser holds the policy near a reference. Checked: near the supervised policy of the run that is continued, as in that run. Unchecked: near the weights that alignment starts from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::StartPage</name>
    <message>
        <source>&amp;Sample log: slates with clicks, long views, likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200 slates of ten candidates, made by Luce&apos;s simulator, with an experiment that is ready to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a log or a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of a log, plain or packed, or a workspace (.luce). The columns of a log are shown before it is imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with the files of one log, such as Open Bandit&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a ranker for the value it is used for, and see whether it pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop it here: CSV, JSONL, SVMlight, Open Bandit, KuaiRand, MovieLens, SQLite; plain or packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces and logs that were opened before, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the workspace with the dataset, the run, the slate and the settings that were there. A training that was cut off keeps its best weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the study as it is in its workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luce ended unexpectedly. The study of %1 in %2%3 is kept as it was at %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::StatusStrip</name>
    <message>
        <source>Facts about the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the opened dataset holds, and for how many of its rows the log states a propensity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the estimator is trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory that Luce has now, of all that the machine has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::Study</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the comparison before opening another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training before opening another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files cannot be opened together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one workspace, or the files of one log, at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened the experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This experiment cannot be trained on this log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1 of %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schemes cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SweepControls</name>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges around the &amp;sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobol: spread evenly, also in every pair of ranges.
Grid: every combination of evenly spaced values.
Random: drawn independently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many settings are tried; of a grid, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of random settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the settings. Nothing is trained: cached predictions are weighed anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the sweep; what was tried so far is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value weights and temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ratios of weights and temperature matter: keep one weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each weight from a tenth to ten times the slider&apos;s, the first one as it is; the temperature from a twentieth to twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SweepModel</name>
    <message>
        <source>In the order in which settings were tried; bold: on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::SweepPage</name>
    <message>
        <source>&amp;Front only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that were tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting that was tried, with what it would earn on the held-out slates. A double click hands a setting to the sliders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all settings and outcomes into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only the settings that no other one beats in both outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the chosen setting the sliders&apos; own (double click, or Enter); undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text (Ctrl+C in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run: settings are tried on what its estimator predicts for the held-out slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or open a run, to try settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run to try settings on the held-out slates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The estimator is another one since these settings were tried. Run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of many settings on the same slates is flattered by chance: judge it on others, by the test slates or a new log. Rewards count with the reward weights as they were when the sweep began; a setting that is used leaves them so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of point %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::TaskEditor</name>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as given (0 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 where at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled to 0…1 from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a number becomes the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the task is called in Luce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another task of this column, with its own name and threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another task of this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the task; a column without tasks is ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no numbers among the first lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean label %1 over the first %L2 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % positive in the first %L2 lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::TaskModel</name>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user action that is predicted and valued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean label over the logged rows: how often it happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged rows whose label is above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of rows whose label is neither 0 nor 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ThresholdPlot</name>
    <message>
        <source>Numbers of the column and the bounds of its label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::TrainingControls</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the best held-out weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths of the hidden layers, as in 64, 32. Empty: a linear estimator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers a category; 0: categories are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slates a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run ends on the weights with the best held-out estimate, not on its last ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervised epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… in alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervised epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alignment epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate in alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeping the best weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::TuningPage</name>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::ValueControls</name>
    <message>
        <source>Value model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards use the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is softmax(s/τ): small is decisive, large is even. The article has 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score s = Σ weight · p(task)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked: the reward of training is Σ weight · action with the value weights above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one %1 is worth in the score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reward: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one logged %1 is worth in the reward of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reward weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::WhatIfModel</name>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the slate; check it to restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the slate; uncheck it to leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its features are not those of the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncheck a candidate to leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score: Σ weight · p(task)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the first place under the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>π</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place by the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted probability of the action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::WhatIfPage</name>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take as &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidates of the slate before and after what you changed: score, policy, rank. Choose one to see and change its features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a candidate to the slate: a copy of the chosen one, or an item of the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;copy of the chosen candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item of the cata&amp;logue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slate as it is in the log, compared under the present weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the slate and the weights as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: the slate as in the log, weights %1, τ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: the slate as you took it, weights %1, τ = %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::WhatIfSession</name>
    <message>
        <source>Open a log first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training goes on. When it has ended, its run is opened and slates can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train (Ctrl+T), or open a run in the list of runs: then you can change a slate and see what the run makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a slate in the list of sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset the slate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a log, a workspace or an experiment. The columns of a log are shown before it is imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with the files of one log, such as Open Bandit&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200 slates of ten candidates, made by Luce&apos;s simulator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where Luce began: open, recent, samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the opened run: its model as TorchScript, or its predictions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours, text size, language, and what happens at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Luce. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of a setting. Panels ▸ History shows them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the estimator: supervised first, then aligned with the reward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the training, or go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training and keep the best weights so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare schemes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the experiment under several clipping schemes and seeds, one run after another, and judge them side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open an experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the settings of a saved experiment. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings as they are, for luce-cli train and for others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put panels &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every panel where it stood at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole screen for Luce, or a window again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any command by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys at a glance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What&apos;s &amp;this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Luce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Luce is, what it is built with, and under which licences.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>luce::desktop::Workbench</name>
    <message>
        <source>Selected slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely the policy π and the logging policy π_β place each candidate of the selected slate first; stars mark rewards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The importance ratios ρ = π/π_β of the held-out rows, with the clip bounds. Ratios far to the right let few rows decide the estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the clipping scheme does to one row: its loss and its gradient against the ratio ρ, for advantages above and below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reward that the policy would earn on slates it does not learn from, by off-policy evaluation, beside the logging policy&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The losses over training steps: supervised (BCE), reward by the clipping scheme, and KL to the reference policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tells whether a run is healthy: clipped share, ratios, effective sample size, KL and entropy, advantages, gradient, learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidates of the selected slate with predictions, score, policy, ratio and reward.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
