using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Printing;

namespace Kctl.Manifests;

/// <summary>Says what became of an object: <c>deployment.apps/web created</c>, or with <c>-o</c> the object itself.</summary>
internal sealed class Report(Session session, string? output, DryRun dryRun)
{
    private readonly OutputFormat _format = OutputFormat.Parse(output);
    private readonly List<JsonObject> _objects = [];

    public void Done(JsonObject obj, string what)
    {
        if (_format.IsTable)
        {
            session.Out.WriteLine($"{ObjectPrinter.NameOf(obj)} {what}{dryRun.Note()}");
            session.Out.Flush();
        }
        else
        {
            _objects.Add(obj);
        }
    }

    /// <summary>Prints what was held back for <c>-o</c>.</summary>
    public void Finish()
    {
        if (_objects.Count > 0)
        {
            new ObjectPrinter(session.Out, _format).Print(_objects, asList: false);
        }
    }
}
