using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Local;

/// <summary><c>kctl image</c>: images of this machine's Docker, which are those of the nodes on it.</summary>
internal static class ImageVerb
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    public static Command Create(Session session) => new Verb(
        "image", "Images that the nodes of this machine can use without a registry.", "kctl image load web:1", "kctl image load web.tar", "kctl image ls")
        .With(Load(session), List(session));

    private static Verb Load(Session session)
    {
        var name = new Argument<string>("NAME | FILE.tar") { Description = "an image of this machine's Docker, or a file that 'docker save' wrote" };
        return new Verb("load", "Makes an image usable by the nodes.", "kctl image load web:1", "docker save web:1 > web.tar; kctl image load web.tar").With(name).Does(async (parse, ct) =>
        {
            var docker = Docker(session);
            var image = parse.GetValue(name)!;
            if (File.Exists(image))
            {
                if (await ChildProcess.RunAsync(session, docker, ["load", "--input", image]) is not 0 and var code)
                {
                    return code;
                }
            }
            else
            {
                await FindAsync(docker, image, ct);
            }

            return await SayAsync(session, image, File.Exists(image), ct);
        });
    }

    private static Verb List(Session session)
    {
        var words = Flags.Words("[NAME]", "only images of this name");
        return new Verb("ls", "Lists the images the nodes of this machine have.", "kctl image ls", "kctl image ls kube.local/echo")
            .With(words).Does((parse, _) => ChildProcess.RunAsync(session, Docker(session), ["image", "ls", .. parse.GetValue(words) ?? []]));
    }

    private static string Docker(Session session) => ChildProcess.Find("docker", session.Terminal)
        ?? throw new CommandException("docker is not on this machine's PATH; nodes here keep their images in it. 'kctl up' installs it; simulated nodes need no images");

    private static async Task FindAsync(string docker, string image, CancellationToken ct)
    {
        var found = await ChildProcess.ReadAsync(docker, ["image", "inspect", "--format", "{{.Id}}", image], ct);
        if (found.ExitCode != 0)
        {
            throw new CommandException(found.Error.Contains("No such image", StringComparison.OrdinalIgnoreCase)
                ? $"there is neither an image nor a file named {image} on this machine; make it (docker build -t {image} .) or fetch it (docker pull {image})"
                : $"docker: {found.Error}");
        }
    }

    private static async Task<int> SayAsync(Session session, string image, bool isFile, CancellationToken ct)
    {
        var nodes = await NodeAddresses.NodesAsync(session, ct);
        var boot = File.Exists(BootIdFile) ? (await File.ReadAllTextAsync(BootIdFile, ct)).Trim() : "";
        var real = nodes.Where(n => !NodeAddresses.IsSimulated(n)).ToList();
        var here = real.Where(n => n.Text("status", "nodeInfo", "bootID") == boot).Select(n => n.Name()).ToList();
        var elsewhere = real.Where(n => n.Text("status", "nodeInfo", "bootID") != boot).Select(n => $"{n.Name()} ({NodeAddresses.Of(n)})").ToList();
        if (here.Count > 0)
        {
            await session.Out.WriteLineAsync($"{(isFile ? "The images of " : "")}{image}: ready on {string.Join(", ", here)}, which use{(here.Count == 1 ? "s" : "")} this machine's Docker");
        }
        else if (elsewhere.Count == 0)
        {
            await session.Out.WriteLineAsync("The cluster's nodes are simulated: they run no images, so there is nothing to load.");
        }

        if (!isFile && IsAlwaysPulled(image))
        {
            await session.Error.WriteLineAsync($"{image} is pulled anew for each pod that does not say otherwise: give it another tag than \"latest\", or the container imagePullPolicy: IfNotPresent");
        }

        return elsewhere.Count == 0 ? 0 : throw new CommandException(
            $"not on other machines: {string.Join(", ", elsewhere)}; on each of them: {(isFile ? $"docker load -i {image}" : $"docker save {image} | ssh HOST docker load")}, or push the image to a registry that all reach");
    }

    /// <summary>Whether Kubernetes' default for the image is to pull it each time. Pure.</summary>
    public static bool IsAlwaysPulled(string image)
    {
        var last = image[(image.LastIndexOf('/') + 1)..];
        return !last.Contains('@') && (!last.Contains(':') || last.EndsWith(":latest", StringComparison.Ordinal));
    }
}
